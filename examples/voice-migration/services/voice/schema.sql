create table line (
  id bigint primary key,
  number text not null unique,
  carrier text not null check (carrier in ('analogue', 'mpf', 'fibre')),
  moved_on date
);

create table porting (
  line_id bigint not null references line (id),
  ordered_on date not null,
  ported_on date
);

-- TODO: drop the carrier 'mpf', no line uses it (outcome: lower-cost)
create view lines_by_carrier as
select carrier, 100.0 * count(*) / sum(count(*)) over () as percent
from line
group by carrier;

create view porting_days as
select date_trunc('month', ported_on) as month, avg(ported_on - ordered_on) as days
from porting
where ported_on is not null
group by 1;
