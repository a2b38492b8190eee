from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from recognizers.base.recognizer import CERTAIN
from tests.recognizers.finding import FINDING, marked

PIECES = [marked(example)[0] for one in FINDING for example in one.examples]
PIECES += [text for one in FINDING for text in one.counterexamples]
SIGNS = st.text(alphabet=st.sampled_from(".:/@-+()*% 0189axAzZäßÄİ\n\u00a0"), max_size=40)
TEXTS = st.lists(st.sampled_from(PIECES) | SIGNS | st.text(max_size=20), max_size=6).map("".join)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
def test_matches_lie_in_order_inside_any_text(text: str) -> None:
    for one in FINDING:
        place = 0
        for match in one.find(text):
            assert place <= match.start < match.end <= len(text)
            assert 0 < match.score <= CERTAIN
            place = match.end
