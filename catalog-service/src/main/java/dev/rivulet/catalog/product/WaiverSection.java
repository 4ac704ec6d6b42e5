package dev.rivulet.catalog.product;

import dev.rivulet.catalog.bulk.Section;
import dev.rivulet.kit.problem.Rejected;
import jakarta.inject.Singleton;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Waivers in an export; what was signed stays signed. */
@Singleton
class WaiverSection extends Section<WaiverSection.Row> {

    private final WaiverRepository waivers;
    private final Portfolio portfolio;

    WaiverSection(WaiverRepository waivers, Portfolio portfolio) {
        super("waiver", 240, Row.class);
        this.waivers = waivers;
        this.portfolio = portfolio;
    }

    record Row(
            @NotNull UUID id,
            @NotNull UUID productId,

            @NotBlank @Size(max = 200, message = "{text-too-long}")
            String signedBy,

            @NotNull Instant signedAt,
            @NotNull @Valid WaiverRequest content) {

        static Row of(Waiver waiver) {
            return new Row(waiver.id, waiver.productId, waiver.signedBy, waiver.signedAt, WaiverRequest.of(waiver));
        }
    }

    @Override
    protected List<Row> rows(@Nullable Row last, int count) {
        return waivers.after(last == null ? new UUID(0, 0) : last.id(), count).stream()
                .map(Row::of)
                .toList();
    }

    @Override
    protected @Nullable Row find(Row row) {
        return waivers.findByIdOptional(row.id()).map(Row::of).orElse(null);
    }

    @Override
    protected void put(Row row, @Nullable Row standing) {
        if (standing != null) {
            requireSame(standing.productId(), row.productId(), "/productId");
            requireSame(standing.signedBy(), row.signedBy(), "/signedBy");
            requireSame(standing.signedAt(), row.signedAt(), "/signedAt");
            requireSame(standing.content(), row.content(), "/content");
        }
        if (!portfolio.has(row.productId())) {
            throw Rejected.unprocessable("product-unknown", "/productId", row.productId());
        }
        var content = row.content();
        if (waivers.has(row.productId(), content.gate())) {
            throw Rejected.conflict("gate-waived", content.gate());
        }
        var waiver = new Waiver();
        waiver.productId = row.productId();
        waiver.gate = content.gate();
        waiver.reason = content.reason();
        waiver.signedBy = row.signedBy();
        waiver.signedAt = row.signedAt();
        adopt(waivers.getEntityManager(), "product_waiver", waiver, row.id());
    }
}
