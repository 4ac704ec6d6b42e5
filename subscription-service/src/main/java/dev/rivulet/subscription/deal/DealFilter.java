package dev.rivulet.subscription.deal;

import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.subscription.deal.domain.DealStage;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which deals a caller asks for; a {@code @BeanParam}. All that is given must hold. */
public class DealFilter {

    @QueryParam("stage")
    @Parameter(description = "Only in this stage", example = "NEGOTIATION")
    @Nullable
    DealStage stage;

    @QueryParam("open")
    @Parameter(description = "true: neither won nor lost; false: decided", example = "true")
    @Nullable
    Boolean open;

    @QueryParam("owner")
    @Parameter(description = "Only of this owner", example = "mila.horn@acme.example")
    @Nullable
    String owner;

    @QueryParam("accountId")
    @Parameter(description = "Only of this customer", example = "0197a3f1-0d3e-7a10-8d74-8b3b2e8d9c03")
    @Nullable
    UUID accountId;

    @QueryParam("productId")
    @Parameter(description = "Only of this product", example = "0197a3f0-4a0b-7d2e-8b41-5e0e9b5a6900")
    @Nullable
    UUID productId;

    @QueryParam("segmentId")
    @Parameter(description = "Only of this segment", example = "0197a3f0-3f1a-7a1d-9d30-4d9d8a495800")
    @Nullable
    UUID segmentId;

    @QueryParam("propositionId")
    @Parameter(description = "Only with this proposition", example = "0197a3f0-6c2d-7b4f-8c63-7a2a1d7c8b02")
    @Nullable
    UUID propositionId;

    @QueryParam("partnerId")
    @Parameter(description = "Only through this partner", example = "019b2f80-1c4d-7e55-9a0b-2f6c1d7e8a90")
    @Nullable
    UUID partnerId;

    @QueryParam("currency")
    @Parameter(description = "Only in this currency", example = "EUR")
    @Nullable
    String currency;

    @QueryParam("closeFrom")
    @Parameter(description = "Only expected to close on this day or later", example = "2026-05-01")
    @Nullable
    LocalDate closeFrom;

    @QueryParam("closeUntil")
    @Parameter(description = "Only expected to close on this day or earlier", example = "2026-05-31")
    @Nullable
    LocalDate closeUntil;

    /**
     * The conditions in HQL, whose parameters are put into the map.
     *
     * @param only the one partner whose deals may be seen, null for all
     */
    String conditions(@Nullable UUID only, Map<String, Object> parameters) {
        var query = new StringBuilder("1 = 1");
        if (open != null) {
            query.append(open ? " and closedAt is null" : " and closedAt is not null");
        }
        add(query, parameters, "stage = :stage", "stage", stage);
        add(query, parameters, "owner = :owner", "owner", owner);
        add(query, parameters, "accountId = :accountId", "accountId", accountId);
        add(query, parameters, "productId = :productId", "productId", productId);
        add(query, parameters, "segmentId = :segmentId", "segmentId", segmentId);
        add(query, parameters, "propositionId = :propositionId", "propositionId", propositionId);
        add(query, parameters, "partnerId = :partnerId", "partnerId", only);
        add(query, parameters, "expected.currency = :currency", "currency", currency());
        add(query, parameters, "expectedClose >= :closeFrom", "closeFrom", closeFrom);
        add(query, parameters, "expectedClose <= :closeUntil", "closeUntil", closeUntil);
        return query.toString();
    }

    private @Nullable Currency currency() {
        try {
            return currency == null ? null : Currency.getInstance(currency);
        } catch (IllegalArgumentException unknown) {
            throw Rejected.invalid("currency-unknown", "?currency");
        }
    }

    private static void add(
            StringBuilder query,
            Map<String, Object> parameters,
            String condition,
            String name,
            @Nullable Object value) {
        if (value != null) {
            query.append(" and ").append(condition);
            parameters.put(name, value);
        }
    }
}
