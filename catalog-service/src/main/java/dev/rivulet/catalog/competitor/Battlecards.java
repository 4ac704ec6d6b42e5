package dev.rivulet.catalog.competitor;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rivulet.catalog.events.BattlecardChanged;
import dev.rivulet.catalog.product.Portfolio;
import dev.rivulet.catalog.product.ProductDirectory;
import dev.rivulet.catalog.search.SearchIndex;
import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.outbox.Outbox;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.rest.Etag;
import dev.rivulet.kit.rest.MergePatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** Keeps battlecards, and says which of them have not been looked at in time. Days are UTC's. */
@ApplicationScoped
@Transactional
public class Battlecards {

    private final BattlecardRepository cards;
    private final Rivals rivals;
    private final Portfolio portfolio;
    private final ProductDirectory directory;
    private final MergePatch mergePatch;
    private final TenantClock clock;
    private final Outbox outbox;
    private final SearchIndex search;

    Battlecards(
            BattlecardRepository cards,
            Rivals rivals,
            Portfolio portfolio,
            ProductDirectory directory,
            MergePatch mergePatch,
            TenantClock clock,
            Outbox outbox,
            SearchIndex search) {
        this.cards = cards;
        this.rivals = rivals;
        this.portfolio = portfolio;
        this.directory = directory;
        this.mergePatch = mergePatch;
        this.clock = clock;
        this.outbox = outbox;
        this.search = search;
    }

    /** Products with at least one battlecard that is not overdue. */
    public Set<UUID> productsWithCurrent() {
        return new HashSet<>(cards.productsWithCurrent(today()));
    }

    LocalDate today() {
        return clock.today(ZoneOffset.UTC);
    }

    List<Battlecard> list(
            UUID after, int count, @Nullable UUID product, @Nullable UUID competitor, @Nullable Freshness status) {
        return cards.after(after, count, new BattlecardRepository.Filter(product, competitor, status, today()));
    }

    Battlecard get(UUID id) {
        return cards.findByIdOptional(id).orElseThrow(() -> Rejected.notFound("battlecard", id));
    }

    Battlecard add(BattlecardRequest request) {
        if (!rivals.has(request.competitorId())) {
            throw Rejected.unprocessable("competitor-unknown", "/competitorId", request.competitorId());
        }
        if (!portfolio.has(request.productId())) {
            throw Rejected.unprocessable("product-unknown", "/productId", request.productId());
        }
        var card = new Battlecard();
        card.competitorId = request.competitorId();
        card.productId = request.productId();
        card.createdAt = clock.now();
        write(card, request.card());
        review(card, request.reviewBy());
        try {
            cards.persistAndFlush(card);
        } catch (ConstraintViolationException taken) {
            throw Rejected.conflict("battlecard-exists", request.competitorId(), request.productId());
        }
        return announced(card);
    }

    Battlecard change(UUID id, @Nullable String ifMatch, JsonNode patch) {
        var card = get(id);
        Etag.require(ifMatch, card.version);
        write(card, mergePatch.apply(BattlecardChange.of(card), patch));
        return announced(card);
    }

    Battlecard review(UUID id, @Nullable String ifMatch, BattlecardReviewRequest request) {
        var card = get(id);
        Etag.require(ifMatch, card.version);
        review(card, request.reviewBy());
        return announced(card);
    }

    static void write(Battlecard card, BattlecardChange change) {
        card.strengths = change.strengths();
        card.weaknesses = change.weaknesses();
        card.howToWin = change.howToWin();
        card.questions = change.questions();
    }

    private void review(Battlecard card, LocalDate reviewBy) {
        if (reviewBy.isBefore(today())) {
            throw Rejected.unprocessable("review-by-past", "/reviewBy", reviewBy.toString());
        }
        card.reviewBy = reviewBy;
        card.reviewedOn = today();
    }

    /** Tells everyone of a battlecard as it stands. */
    Battlecard announced(Battlecard card) {
        cards.flush();
        search.put(
                "battlecard",
                card.id,
                title(card),
                String.join("\n", card.strengths),
                String.join("\n", card.weaknesses),
                String.join("\n", card.howToWin),
                String.join("\n", card.questions));
        outbox.publish(
                BattlecardChanged.TYPE,
                card.id,
                card.version,
                new BattlecardChanged(
                        card.id,
                        card.competitorId,
                        card.productId,
                        card.strengths,
                        card.weaknesses,
                        card.howToWin,
                        card.questions,
                        card.reviewBy,
                        card.reviewedOn));
        return card;
    }

    /** Both names as they are when the card is written. */
    private String title(Battlecard card) {
        var competitor = rivals.names(List.of(card.competitorId)).getOrDefault(card.competitorId, "");
        return directory.name(card.productId).orElse("") + " / " + competitor;
    }
}
