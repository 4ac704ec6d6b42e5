package dev.rivulet.catalog.activity;

import dev.rivulet.catalog.activity.domain.RevenueByCode;
import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.problem.Texts;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shows what a seller's codes bring in, and warns when the main one is not the first of them. */
@ApplicationScoped
@Transactional
class Revenue {

    /**
     * The revenue of a seller's products by code, without what another seller invoiced. Where nobody knows who did, that
     * of products sold by others too has no code.
     */
    private static final String BY_CODE = """
            SELECT CASE WHEN shared AND seller_key IS DISTINCT FROM key THEN NULL ELSE code END, currency, sum(minor)
            FROM product_revenue JOIN (
              SELECT mine.tenant_id, seller_id, key, product_id, code, EXISTS (
                SELECT FROM activity_assignment other WHERE other.tenant_id = mine.tenant_id
                  AND other.product_id = mine.product_id AND other.seller_id <> mine.seller_id) AS shared
              FROM activity_assignment mine JOIN seller ON seller.tenant_id = mine.tenant_id AND seller.id = seller_id
              WHERE mine.tenant_id = ? AND seller_id = ?
            ) assigned USING (tenant_id, product_id)
            WHERE issued_on >= ? AND issued_on < ? AND NOT EXISTS (
              SELECT FROM seller other WHERE other.tenant_id = product_revenue.tenant_id AND other.key = seller_key
                AND other.id <> seller_id)
            GROUP BY 1, 2 ORDER BY 1, 2""";

    private static final int LAST_YEAR = 9_999;

    private final Sellers sellers;
    private final Editions editions;
    private final TenantClock clock;
    private final Tenants tenants;
    private final Sql sql;

    Revenue(Sellers sellers, Editions editions, TenantClock clock, Tenants tenants, Sql sql) {
        this.sellers = sellers;
        this.editions = editions;
        this.clock = clock;
        this.tenants = tenants;
        this.sql = sql;
    }

    private record Sum(@Nullable String code, Money amount) {

        static Sum of(ResultSet row) throws SQLException {
            return new Sum(row.getString(1), new Money(row.getLong(3), Currency.getInstance(row.getString(2))));
        }
    }

    RevenueView of(UUID sellerId, @Nullable LocalDate from, @Nullable LocalDate to, Texts texts) {
        var seller = sellers.get(sellerId);
        requireCalendarDay(from, "?from");
        requireCalendarDay(to, "?to");
        var end = to == null ? clock.today(ZoneOffset.UTC).plusDays(1) : to;
        var begin = from == null ? end.minusYears(1) : from;
        if (!end.isAfter(begin)) {
            throw Rejected.invalid("period-empty", "?to");
        }
        var sums = sql.query(BY_CODE, Sum::of, tenants.current(), sellerId, begin, end);
        var earned = sums.stream()
                .filter(sum -> sum.code() != null)
                .map(sum -> new RevenueByCode.Earned(Objects.requireNonNull(sum.code()), sum.amount()))
                .toList();
        var revenue = RevenueByCode.of(earned, seller.mainCode);
        var names = editions.codes(seller.editionId, revenue.byCode().keySet()).stream()
                .collect(Collectors.toMap(CodeView::code, CodeView::name));
        return new RevenueView(
                sellerId,
                begin,
                end,
                seller.mainCode,
                revenue.byCode().entrySet().stream()
                        .map(entry ->
                                new RevenueView.Earned(entry.getKey(), names.get(entry.getKey()), entry.getValue()))
                        .toList(),
                sums.stream().filter(sum -> sum.code() == null).map(Sum::amount).toList(),
                warnings(revenue, seller.mainCode, texts));
    }

    /** Of the years that dates are written with in RFC 3339: beyond them days cannot be reckoned with. */
    private static void requireCalendarDay(@Nullable LocalDate day, String pointer) {
        if (day != null && (day.getYear() < 1 || day.getYear() > LAST_YEAR)) {
            throw Rejected.invalid("value-out-of-range", pointer);
        }
    }

    private static List<RevenueView.Warning> warnings(RevenueByCode revenue, String mainCode, Texts texts) {
        return revenue.mainCodeTrailsIn(mainCode).stream()
                .map(currency -> {
                    var highest = Objects.requireNonNull(revenue.highest().get(currency));
                    var says =
                            Rejected.conflict("main-code-not-highest", mainCode, highest, currency.getCurrencyCode());
                    return new RevenueView.Warning(
                            says.code(), currency.getCurrencyCode(), highest, texts.of(says.code(), says.arguments()));
                })
                .toList();
    }
}
