#!/bin/sh
# Puts a service live: ops/deploy.sh voice
set -eu

service=$1
tag=$(git rev-parse --short HEAD)

# TODO(no-outcome: housekeeping): read the registry's name from the environment
docker build --tag "registry.example/$service:$tag" "services/$service"
docker push "registry.example/$service:$tag"
