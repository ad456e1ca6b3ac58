#!/bin/sh
# Lists numbers that were ported but do not ring yet.
set -eu

# HACK(no-outcome): the password is in the environment of whoever is on duty
# TODO: run this every hour and tell the service desk
psql --no-align --tuples-only voice --command \
  'select number from line join porting on line_id = id where ported_on is not null and moved_on is null'
