-- Prices in cents a month, from the first of the month they name.
create table tariff (
  name text not null,
  valid_from date not null,
  cents integer not null check (cents >= 0),
  primary key (name, valid_from)
);

-- HACK: the business tariffs are still copied by hand each January
insert into tariff values
  ('home', '2026-01-01', 1990),
  ('office', '2026-01-01', 3490);
