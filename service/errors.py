"""The error tree: every failure a caller can see, with its status, code and fixed sentence.

DecknameError                     500 internal_error
├── InvalidRequestError           400 invalid_request
│   ├── RequestTooLargeError      413 request_too_large
│   │   └── TooManyValuesError    413 request_too_large
│   ├── SlowRequestError          408 request_timeout
│   ├── UnsupportedContentError   415 unsupported_content_type
│   └── UnsupportedMediaError     400 unsupported_media
├── UnauthorizedError             401 invalid_api_key
├── HostNotAllowedError           403 host_not_allowed
├── NotFoundError                 404 not_found
│   ├── JobNotFoundError          404 job_not_found
│   └── RouteNotAllowedError      404 route_not_allowed
├── MethodNotAllowedError         405 method_not_allowed
├── PlaceholdersLostError         422 placeholders_lost
├── TooManyJobsError              429 rate_limit_exceeded
├── TooManyRequestsError          429 rate_limit_exceeded
│   └── TooManyGuessesError       429 rate_limit_exceeded
├── JobLimitError                 429 job_limit_reached
├── OverloadedError               503 overloaded
├── CallerGoneError               499 client_closed_request
├── DetectionFailedError          503 detection_failed
├── VaultError                    503 vault_unavailable
│   └── SealBrokenError           503 seal_broken
└── UpstreamError                 502 upstream_unavailable
    ├── UpstreamTimeoutError      504 upstream_timeout
    ├── UnreadableAnswerError     502 upstream_unavailable
    └── NoUpstreamError           503 no_upstream

No error carries text from a request: constructors take the name of a field at most.
"""

from __future__ import annotations


class DecknameError(Exception):
    """Something failed; the text did not go out."""

    status = 500
    code = "internal_error"
    kind = "server_error"
    sentence = "The service failed. Nothing was sent on."
    retry = False
    retry_after: int | None = None

    def __init__(
        self,
        param: str | None = None,
        *,
        reason: str | None = None,
        cause: str | None = None,
        retry_after: int | None = None,
    ) -> None:
        """Name the request field concerned, never its content.

        The `reason` stands in place of the sentence, in fixed words; `cause` is a word of a closed
        list; `retry_after` are seconds.
        """
        super().__init__(self.code)
        self.param = param
        self.cause = cause
        self.sentence = reason or type(self).sentence
        self.retry_after = retry_after or type(self).retry_after

    @property
    def facts(self) -> dict[str, str]:
        """What a log line tells of the error: its code, and its cause where that is known."""
        return {"code": self.code} | ({"cause": self.cause} if self.cause else {})


class InvalidRequestError(DecknameError):
    """The request cannot be read or has a wrong shape."""

    status = 400
    code = "invalid_request"
    kind = "invalid_request_error"
    sentence = "The request is not valid."

    def __init__(self, param: str | None = None, reason: str | None = None) -> None:
        """Name the field and say in fixed words what is wrong with it."""
        super().__init__(param, reason=reason)


class RequestTooLargeError(InvalidRequestError):
    """The body is larger than DECKNAME_MAX_BODY_BYTES."""

    status = 413
    code = "request_too_large"
    sentence = "The request body is larger than this service accepts (DECKNAME_MAX_BODY_BYTES)."


class TooManyValuesError(RequestTooLargeError):
    """The body holds more members and list items than DECKNAME_MAX_VALUES."""

    sentence = "The request holds more values than this service accepts (DECKNAME_MAX_VALUES)."


class SlowRequestError(InvalidRequestError):
    """The body did not arrive within DECKNAME_RECEIVE_SECONDS."""

    status = 408
    code = "request_timeout"
    sentence = "The request took too long to arrive (DECKNAME_RECEIVE_SECONDS)."
    retry = True


class UnsupportedContentError(InvalidRequestError):
    """The body is not plain JSON."""

    status = 415
    code = "unsupported_content_type"
    sentence = "Send the body as application/json, without content encoding."


class UnsupportedMediaError(InvalidRequestError):
    """The request holds an image, audio or a file, whose content cannot be masked."""

    code = "unsupported_media"
    sentence = (
        "Images, audio and files may hold personal data that cannot be masked here,"
        " so this request was not sent on. DECKNAME_MEDIA=allow would let them pass unseen."
    )


class UnauthorizedError(DecknameError):
    """No API key, or an unknown one."""

    status = 401
    code = "invalid_api_key"
    kind = "authentication_error"
    sentence = (
        "The API key of this service is missing or not known. Send it in X-Deckname-Key;"
        " Authorization is read too, unless it belongs to the provider."
    )


class HostNotAllowedError(DecknameError):
    """Without API keys, a request that names another host, or comes from a foreign page."""

    status = 403
    code = "host_not_allowed"
    kind = "invalid_request_error"
    sentence = (
        "Without API keys this service answers only to names of its own machine, and to no web page"
        " from elsewhere. DECKNAME_ALLOWED_HOSTS can allow this Host or Origin."
    )


class NotFoundError(DecknameError):
    """There is nothing at this address."""

    status = 404
    code = "not_found"
    kind = "invalid_request_error"
    sentence = "There is nothing here."


class JobNotFoundError(NotFoundError):
    """The job is unknown, expired, forgotten, or belongs to another tenant."""

    code = "job_not_found"
    sentence = "There is no such job. It may have expired or been deleted."


class RouteNotAllowedError(NotFoundError):
    """The path is not one whose text this service knows how to protect."""

    code = "route_not_allowed"
    sentence = (
        "This path is not served: its texts could not be protected, so nothing was sent on."
        " DECKNAME_ALLOW_PATHS can let further paths of the provider pass unmasked."
    )


class MethodNotAllowedError(DecknameError):
    """The path exists, the method does not."""

    status = 405
    code = "method_not_allowed"
    kind = "invalid_request_error"
    sentence = "This method is not allowed here."


class PlaceholdersLostError(DecknameError):
    """The answer's placeholders are not as the caller demands them."""

    status = 422
    code = "placeholders_lost"
    kind = "upstream_error"
    sentence = "The model lost, changed or made up placeholders, and the caller rejects that."


class TooManyJobsError(DecknameError):
    """As many texts as allowed are already waiting to be anonymized in the background."""

    status = 429
    code = "rate_limit_exceeded"
    kind = "rate_limit_error"
    sentence = "Too many texts are waiting already (DECKNAME_MAX_BACKGROUND_JOBS). Try again later."
    retry = True
    retry_after = 5


class TooManyRequestsError(DecknameError):
    """The tenant has used up its requests of this minute."""

    status = 429
    code = "rate_limit_exceeded"
    kind = "rate_limit_error"
    sentence = "This API key's tenant may send no more requests in this minute. Try again later."
    retry = True


class TooManyGuessesError(TooManyRequestsError):
    """The tenant asked to restore too many placeholders of no job."""

    sentence = "Too many placeholders of no known job in this hour. Give the job_id, or wait."


class JobLimitError(DecknameError):
    """The tenant has as many jobs alive as it may; this would be one more."""

    status = 429
    code = "job_limit_reached"
    kind = "rate_limit_error"
    retry_after = 60
    sentence = (
        "This API key's tenant has as many jobs as it may have at once, so nothing was sent on."
        " Go on with one of them, delete one, or wait until one expires."
    )


class OverloadedError(DecknameError):
    """As many requests as allowed are being answered."""

    status = 503
    code = "overloaded"
    sentence = "Too many requests at once (DECKNAME_MAX_REQUESTS). Nothing was sent on."
    retry = True


class CallerGoneError(DecknameError):
    """The client hung up; nobody reads this answer."""

    status = 499
    code = "client_closed_request"
    kind = "invalid_request_error"
    sentence = "The client closed the connection before the answer was complete."


class DetectionFailedError(DecknameError):
    """The text could not be analyzed, so it does not go out."""

    status = 503
    code = "detection_failed"
    sentence = "Personal data could not be searched for, so nothing was sent on."


class VaultError(DecknameError):
    """The vault cannot be reached or refuses to store."""

    status = 503
    code = "vault_unavailable"
    sentence = "The vault is not available, so nothing was sent on."
    retry = True


class SealBrokenError(VaultError):
    """A sealed entry was changed, moved, or its key is no longer in the ring."""

    code = "seal_broken"
    sentence = "A stored value cannot be opened: it was changed or its key is gone."
    retry = False


class UpstreamError(DecknameError):
    """The model provider cannot be reached or answers with something unreadable."""

    status = 502
    code = "upstream_unavailable"
    kind = "upstream_error"
    sentence = "The upstream could not be reached or broke off its answer."
    retry = True


class UpstreamTimeoutError(UpstreamError):
    """The model provider took longer than allowed."""

    status = 504
    code = "upstream_timeout"
    sentence = "The upstream did not answer in time."


class UnreadableAnswerError(UpstreamError):
    """The model provider answered with something that is no answer of this API."""

    sentence = (
        "The upstream was asked, and answered with something that is no answer of this API:"
        " no JSON object, or a stream that broke off. Check DECKNAME_UPSTREAM_URL."
    )


class NoUpstreamError(UpstreamError):
    """No upstream is configured."""

    status = 503
    code = "no_upstream"
    sentence = "No upstream is set. Set DECKNAME_UPSTREAM_URL to the provider's /v1 address."
    retry = False
