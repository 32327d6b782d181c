# Sourced: Directus as its documentation says for production (docs.directus.io, self-hosted,
# configuration options), on SOCKET and PORT. Without CACHE_ENABLED: an answer out of its cache would
# leave no look at a child's record behind. Its caches of the schema and of permissions are on, as
# they are unless switched off.
export NODE_ENV=production HOST=127.0.0.1 PORT=$2 PUBLIC_URL=http://127.0.0.1:$2
export DB_CLIENT=pg DB_HOST=$1 DB_PORT=5432 DB_DATABASE=directus DB_USER=gweld DB_PASSWORD=none
export DB_POOL__MIN=0 DB_POOL__MAX=16
export SECRET=${COUNTY_SECRET:?} ADMIN_EMAIL=admin@example.com ADMIN_PASSWORD=gweld-demo-county
export CACHE_ENABLED=false CACHE_SCHEMA=true RATE_LIMITER_ENABLED=false TELEMETRY=false
export PRESSURE_LIMITER_ENABLED=false # it would send people away under the load that is measured
export LOG_LEVEL=warn SESSION_COOKIE_TTL=1d WEBSOCKETS_ENABLED=false EXTENSIONS_AUTO_RELOAD=false
export EXTENSIONS_PATH=$(dirname "$(realpath "${BASH_SOURCE[0]}")")/extensions
export COUNTY_TODAY=${COUNTY_TODAY:?}
