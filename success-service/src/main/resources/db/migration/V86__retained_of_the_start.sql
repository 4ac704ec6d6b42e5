-- What customers who were there when a month, quarter or year began had more when it ended, and what they lost over the
-- longer ones: net retention is of them alone, and of a quarter it is not what its months make of it. Filled in from the
-- copied movements, as the service sums them up; movements that come later change these sums and must find them.
ALTER TABLE revenue_rollup
  ADD COLUMN grown bigint NOT NULL DEFAULT 0,
  ADD COLUMN lost_quarter bigint NOT NULL DEFAULT 0,
  ADD COLUMN shrunk_quarter bigint NOT NULL DEFAULT 0,
  ADD COLUMN grown_quarter bigint NOT NULL DEFAULT 0,
  ADD COLUMN lost_year bigint NOT NULL DEFAULT 0,
  ADD COLUMN shrunk_year bigint NOT NULL DEFAULT 0,
  ADD COLUMN grown_year bigint NOT NULL DEFAULT 0,
  ADD COLUMN late_grown bigint NOT NULL DEFAULT 0;

ALTER TABLE revenue_movement NO FORCE ROW LEVEL SECURITY;
ALTER TABLE revenue_start NO FORCE ROW LEVEL SECURITY;
ALTER TABLE revenue_attribute NO FORCE ROW LEVEL SECURITY;
ALTER TABLE revenue_rollup NO FORCE ROW LEVEL SECURITY;

CREATE FUNCTION pg_temp.month_number(day date) RETURNS int IMMUTABLE LANGUAGE sql
  RETURN extract(year FROM day)::int * 12 + extract(month FROM day)::int - 1;
CREATE FUNCTION pg_temp.first_day(month int) RETURNS date IMMUTABLE LANGUAGE sql
  RETURN make_date(month / 12, month % 12 + 1, 1);
CREATE FUNCTION pg_temp.closes_at(month int) RETURNS timestamptz IMMUTABLE LANGUAGE sql
  RETURN (pg_temp.first_day(month + 1) + time '12:00') AT TIME ZONE 'UTC';

WITH level AS (
  SELECT tenant_id, account_id, currency, pg_temp.month_number(moved_on) AS month, sum(sum(minor))
      OVER (PARTITION BY tenant_id, account_id, currency ORDER BY pg_temp.month_number(moved_on)) AS level
    FROM revenue_movement GROUP BY 1, 2, 3, 4
), finish AS (
  SELECT DISTINCT ON (tenant_id, account_id, currency, span, last) tenant_id, account_id, currency, span,
      month - month % span + span - 1 AS last, greatest(level, 0) AS after
    FROM level CROSS JOIN (VALUES (1), (3), (12)) spans (span)
    ORDER BY tenant_id, account_id, currency, span, last, month DESC
), change AS (
  SELECT *, coalesce(lag(after) OVER (PARTITION BY tenant_id, account_id, currency, span ORDER BY last), 0) AS before
    FROM finish
), known AS (
  SELECT tenant_id, account_id, currency, start_month, last AS month, span,
      (after = 0)::int AS lost, greatest(before - after, 0) AS shrunk, greatest(after - before, 0) AS grown
    FROM change JOIN revenue_start USING (tenant_id, account_id, currency) WHERE before > 0 AND start_month <= last
), corrected AS (
  SELECT DISTINCT tenant_id, account_id, currency, month FROM revenue_movement CROSS JOIN LATERAL generate_series(
      pg_temp.month_number(moved_on), pg_temp.month_number((recorded_at AT TIME ZONE 'UTC')::date)) month
    WHERE pg_temp.closes_at(month) < recorded_at
), day AS (
  SELECT tenant_id, account_id, currency, month, moved_on, sum(sum(minor))
      OVER (PARTITION BY tenant_id, account_id, currency, month ORDER BY moved_on) AS level
    FROM corrected JOIN revenue_movement USING (tenant_id, account_id, currency)
    WHERE recorded_at <= pg_temp.closes_at(month) GROUP BY 1, 2, 3, 4, 5
), believed AS (
  SELECT tenant_id, account_id, currency, month,
      pg_temp.month_number(coalesce(min(moved_on) FILTER (WHERE level > 0), min(moved_on))) AS start_month,
      (array_agg(level ORDER BY moved_on DESC) FILTER (WHERE moved_on < pg_temp.first_day(month)))[1] AS before,
      (array_agg(level ORDER BY moved_on DESC) FILTER (WHERE moved_on < pg_temp.first_day(month + 1)))[1] AS after
    FROM day GROUP BY 1, 2, 3, 4
), cell AS (
  SELECT tenant_id, account_id, currency, start_month, month, span, lost, shrunk, grown, 0 AS late FROM known
  UNION ALL
  SELECT tenant_id, account_id, currency, start_month, month, 0, 0, 0, 0, -grown
    FROM known JOIN corrected USING (tenant_id, account_id, currency, month) WHERE span = 1
  UNION ALL
  SELECT tenant_id, account_id, currency, start_month, month, 0, 0, 0, 0, greatest(after - before, 0)
    FROM believed WHERE before > 0 AND start_month <= month
), concern AS (
  SELECT DISTINCT ON (tenant_id, account_id, currency) tenant_id, account_id, currency,
      plan_id, product_id, segment_id, partner_id
    FROM revenue_movement ORDER BY tenant_id, account_id, currency, moved_on, recorded_at, id
), said AS (
  SELECT tenant_id, account_id, currency, attribute, coalesce(value::text, '-') AS value FROM concern
    CROSS JOIN LATERAL (VALUES ('plan', plan_id), ('product', product_id), ('segment', segment_id),
      ('partner', partner_id), ('manager', NULL)) built_in (attribute, value)
    WHERE NOT EXISTS (SELECT FROM revenue_attribute other WHERE (other.tenant_id, other.account_id, other.attribute)
      = (concern.tenant_id, concern.account_id, built_in.attribute))
  UNION ALL
  SELECT tenant_id, account_id, currency, '', '' FROM concern
  UNION ALL
  SELECT tenant_id, account_id, currency, attribute, value
    FROM concern JOIN revenue_attribute USING (tenant_id, account_id)
)
INSERT INTO revenue_rollup AS sums (tenant_id, attribute, value, currency, start_month, month, joined, base, active, mrr,
    kept, lost, shrunk, gained_new, expansion, contraction, churn, reactivation, late_joined, late_base, late_active,
    late_mrr, late_kept, late_lost, late_shrunk, late_gained_new, late_expansion, late_contraction, late_churn,
    late_reactivation, late_begin_active, late_begin_mrr, late_begun,
    grown, lost_quarter, shrunk_quarter, grown_quarter, lost_year, shrunk_year, grown_year, late_grown)
  SELECT tenant_id, attribute, value, currency, start_month, month, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
      0, 0, 0, 0, 0, 0, 0, 0, 0, grown, lost_quarter, shrunk_quarter, grown_quarter, lost_year, shrunk_year, grown_year,
      late
    FROM (SELECT tenant_id, attribute, value, currency, start_month, month,
        coalesce(sum(grown) FILTER (WHERE span = 1), 0) AS grown,
        coalesce(sum(lost) FILTER (WHERE span = 3), 0) AS lost_quarter,
        coalesce(sum(shrunk) FILTER (WHERE span = 3), 0) AS shrunk_quarter,
        coalesce(sum(grown) FILTER (WHERE span = 3), 0) AS grown_quarter,
        coalesce(sum(lost) FILTER (WHERE span = 12), 0) AS lost_year,
        coalesce(sum(shrunk) FILTER (WHERE span = 12), 0) AS shrunk_year,
        coalesce(sum(grown) FILTER (WHERE span = 12), 0) AS grown_year,
        sum(late) AS late
      FROM cell JOIN said USING (tenant_id, account_id, currency) GROUP BY 1, 2, 3, 4, 5, 6) filled
    WHERE (grown, lost_quarter, shrunk_quarter, grown_quarter, lost_year, shrunk_year, grown_year, late)
      <> (0, 0, 0, 0, 0, 0, 0, 0)
  ON CONFLICT (tenant_id, attribute, value, currency, start_month, month) DO UPDATE SET grown = excluded.grown,
    lost_quarter = excluded.lost_quarter, shrunk_quarter = excluded.shrunk_quarter,
    grown_quarter = excluded.grown_quarter, lost_year = excluded.lost_year, shrunk_year = excluded.shrunk_year,
    grown_year = excluded.grown_year, late_grown = excluded.late_grown;

ALTER TABLE revenue_rollup FORCE ROW LEVEL SECURITY;
ALTER TABLE revenue_attribute FORCE ROW LEVEL SECURITY;
ALTER TABLE revenue_start FORCE ROW LEVEL SECURITY;
ALTER TABLE revenue_movement FORCE ROW LEVEL SECURITY;
