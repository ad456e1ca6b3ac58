#!/bin/sh
# Copies the database to the second site every night.
set -eu

# HACK(no-outcome): the second site has no DNS yet
target=192.0.2.17

pg_dump --format=custom voice | ssh "backup@$target" 'cat > voice.dump'
