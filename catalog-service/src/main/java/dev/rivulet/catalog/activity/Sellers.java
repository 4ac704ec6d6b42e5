package dev.rivulet.catalog.activity;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rivulet.catalog.events.SellerChanged;
import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.outbox.Outbox;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.rest.Etag;
import dev.rivulet.kit.rest.MergePatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** Keeps the legal entities that sell, and the codes they are registered for. */
@ApplicationScoped
@Transactional
class Sellers {

    private final SellerRepository sellers;
    private final EditionRepository editions;
    private final CodeTable codes;
    private final MergePatch mergePatch;
    private final TenantClock clock;
    private final Outbox outbox;

    Sellers(
            SellerRepository sellers,
            EditionRepository editions,
            CodeTable codes,
            MergePatch mergePatch,
            TenantClock clock,
            Outbox outbox) {
        this.sellers = sellers;
        this.editions = editions;
        this.codes = codes;
        this.mergePatch = mergePatch;
        this.clock = clock;
        this.outbox = outbox;
    }

    List<Seller> list(UUID after, int count) {
        return sellers.after(after, count);
    }

    Seller get(UUID id) {
        return sellers.findByIdOptional(id).orElseThrow(() -> Rejected.notFound("seller", id));
    }

    Optional<Seller> find(UUID id) {
        return sellers.findByIdOptional(id);
    }

    Seller add(SellerRequest request) {
        var seller = new Seller();
        seller.key = request.key();
        seller.createdAt = clock.now();
        register(seller, request.terms(), "");
        try {
            sellers.persistAndFlush(seller);
        } catch (ConstraintViolationException taken) {
            throw Rejected.conflict("key-taken", request.key());
        }
        return announced(seller);
    }

    Seller change(UUID id, @Nullable String ifMatch, JsonNode patch) {
        var seller = get(id);
        Etag.require(ifMatch, seller.version);
        register(seller, mergePatch.apply(SellerChange.of(seller), patch), "");
        return announced(seller);
    }

    /** Fills a seller in; {@code within} is where the terms stand in what was sent. */
    @Transactional(dontRollbackOn = Rejected.class)
    void register(Seller seller, SellerChange terms, String within) {
        if (editions.findByIdOptional(terms.editionId()).isEmpty()) {
            throw Rejected.unprocessable("activity-edition-unknown", within + "/editionId", terms.editionId());
        }
        codes.require(terms.editionId(), terms.mainCode(), within + "/mainCode");
        var seen = new HashSet<>(List.of(terms.mainCode()));
        for (var i = 0; i < terms.additionalCodes().size(); i++) {
            var code = terms.additionalCodes().get(i);
            codes.require(terms.editionId(), code, within + "/additionalCodes/" + i);
            if (!seen.add(code)) {
                throw Rejected.unprocessable("activity-code-repeated", within + "/additionalCodes/" + i, code);
            }
        }
        for (var i = 0; i < terms.licences().size(); i++) {
            var licence = terms.licences().get(i);
            codes.require(terms.editionId(), licence.code(), within + "/licences/" + i + "/code");
            if (licence.validFrom() != null
                    && licence.validTo() != null
                    && !licence.validTo().isAfter(licence.validFrom())) {
                throw Rejected.invalid("period-empty", within + "/licences/" + i + "/validTo");
            }
        }
        seller.name = terms.name();
        seller.editionId = terms.editionId();
        seller.mainCode = terms.mainCode();
        seller.additionalCodes = terms.additionalCodes();
        seller.licences = terms.licences();
    }

    /** Tells everyone of a seller as it stands. */
    Seller announced(Seller seller) {
        sellers.flush();
        outbox.publish(
                SellerChanged.TYPE,
                seller.id,
                seller.version,
                new SellerChanged(
                        seller.id, seller.key, seller.name, seller.editionId, seller.mainCode, seller.additionalCodes));
        return seller;
    }
}
