#!/bin/sh
# Copies the database to the second site every night.
set -eu

# HACK(no-outcome: goes when the second site has DNS): fixed address
target=192.0.2.17

pg_dump --format=custom voice | ssh "backup@$target" 'cat > voice.dump'
