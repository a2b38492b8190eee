# The service with its model and everything it needs; nothing is fetched when it runs.
# docs/deployment.md tells how it is built, started and tested.
ARG PYTHON_IMAGE=docker.io/library/python:3.11-slim-bookworm

FROM ${PYTHON_IMAGE} AS build
ARG SITE=/opt/deckname/lib/python3.11/site-packages
ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_ROOT_USER_ACTION=ignore
WORKDIR /src
COPY requirements-build.lock requirements.lock ./
# Both lists hold exact versions with hashes: what is built today is built tomorrow.
RUN python -m pip install --quiet --require-hashes -r requirements-build.lock \
    && python -m venv --without-pip /opt/deckname \
    && python -m pip --python /opt/deckname/bin/python install --quiet --no-compile \
        --require-hashes --only-binary :all: -r requirements.lock
COPY pyproject.toml hatch_build.py README.md LICENSE CHANGELOG.md ./
COPY models/default models/default
COPY models/accurate models/accurate
COPY recognizers recognizers
COPY service service
# Tests of libraries, headers, type stubs, symbols for debuggers, the maps from phone numbers to towns
# and carriers, tools to build and to convert models, and the client of a model hub that `tokenizers`
# names but never imports here are not needed to run. Libraries in a folder `.libs` are laid out by
# auditwheel, and break when they are stripped. Byte code is made here, because the file system is
# read-only later: of what a start and a first request import, no more.
# hadolint ignore=DL3008
RUN apt-get update -q && apt-get install -y -q --no-install-recommends binutils \
    && rm -rf /var/lib/apt/lists/*
RUN python -m pip wheel --quiet --no-deps --no-build-isolation --wheel-dir /wheel . \
    && python -m pip --python /opt/deckname/bin/python install --quiet --no-compile --no-deps \
        /wheel/*.whl \
    && find /opt/deckname/lib -depth -type d \( -name tests -o -name test -o -name include \) \
        -exec rm -rf {} + \
    && find /opt/deckname/lib -type f \( -name '*.pyx' -o -name '*.pxd' -o -name '*.pyi' \
        -o -name '*.c' -o -name '*.cpp' -o -name '*.h' -o -name '*.hh' \) -delete \
    && rm -rf ${SITE}/phonenumbers/geodata ${SITE}/phonenumbers/carrierdata \
        ${SITE}/phonenumbers/tzdata ${SITE}/hf_xet ${SITE}/huggingface_hub \
        ${SITE}/setuptools ${SITE}/pkg_resources ${SITE}/_distutils_hack ${SITE}/*.pth \
        ${SITE}/onnxruntime/transformers ${SITE}/onnxruntime/quantization \
        ${SITE}/onnxruntime/tools ${SITE}/onnxruntime/datasets ${SITE}/onnxruntime/backend \
    && find ${SITE} -name '*.so' ! -path '*.libs/*' -exec strip --strip-unneeded {} + \
    && echo 'Frau Sabine Krämer' > /tmp/first.txt \
    && { /opt/deckname/bin/deckname analyze /tmp/first.txt > /dev/null || test $? -eq 3; } \
    && /opt/deckname/bin/python -c 'from service.app import create_worker_app as w; w()' \
    && /opt/deckname/bin/python -m compileall -q ${SITE}/service ${SITE}/recognizers

FROM ${PYTHON_IMAGE}
ARG VERSION=0.1.0
ARG REVISION=unknown
LABEL org.opencontainers.image.title="Deckname" \
    org.opencontainers.image.description="Keeps personal data away from language models" \
    org.opencontainers.image.licenses="Apache-2.0" \
    org.opencontainers.image.version="${VERSION}" \
    org.opencontainers.image.revision="${REVISION}" \
    org.opencontainers.image.base.name="docker.io/library/python:3.11-slim-bookworm"
# ORT_DISABLE_TELEMETRY: the runtime of the model shall never call home, in no build of it.
ENV PATH=/opt/deckname/bin:${PATH} \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    ORT_DISABLE_TELEMETRY=1 \
    DECKNAME_HOST=0.0.0.0 \
    DECKNAME_PORT=8080
COPY --from=build /opt/deckname /opt/deckname
WORKDIR /tmp
USER 10001:10001
EXPOSE 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --retries=3 \
    CMD ["python", "-m", "service.server.probe", "http://127.0.0.1:8080/livez"]
ENTRYPOINT ["deckname"]
CMD ["serve"]
