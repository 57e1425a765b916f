# syntax=docker/dockerfile:1

# --- The locked packages and the program, in a virtual environment of their own.
FROM python:3.11-slim-bookworm AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1 PYTHONDONTWRITEBYTECODE=1
RUN python -m venv /opt/iocbot
WORKDIR /src
COPY requirements.lock ./
RUN /opt/iocbot/bin/pip install --require-hashes -r requirements.lock
COPY pyproject.toml README.md ./
COPY bot ./bot
COPY intents ./intents
COPY ioc_query ./ioc_query
RUN /opt/iocbot/bin/pip install --no-deps --no-build-isolation . \
    && /opt/iocbot/bin/python -m compileall -q /opt/iocbot/lib

# --- What runs: no compiler, no package manager's cache, no root.
FROM python:3.11-slim-bookworm
ENV PATH=/opt/iocbot/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    LANG=C.UTF-8 \
    TZ=Asia/Ho_Chi_Minh \
    IOC_DATA_DIR=/var/lib/iocbot \
    MPLCONFIGDIR=/var/lib/iocbot/matplotlib
RUN groupadd --system --gid 10001 iocbot \
    && useradd --system --uid 10001 --gid iocbot --home-dir /var/lib/iocbot --create-home iocbot
COPY --from=build /opt/iocbot /opt/iocbot
USER iocbot
WORKDIR /var/lib/iocbot
VOLUME /var/lib/iocbot
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=20s --start-period=60s --retries=3 CMD ["iocbot", "health"]
ENTRYPOINT ["iocbot"]
CMD ["run"]
