-- Days from the first working day to the first call alone, by month of entry.
select
  date_trunc('month', joined_on) as month,
  percentile_cont(0.5) within group (order by first_call_on - joined_on) as days
from colleague
where first_call_on is not null
group by 1
order by 1;
