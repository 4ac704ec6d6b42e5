package dev.rivulet.catalog.competitor;

import dev.rivulet.catalog.bulk.Section;
import dev.rivulet.catalog.input.PastDays;
import dev.rivulet.catalog.product.Portfolio;
import dev.rivulet.kit.problem.Rejected;
import jakarta.inject.Singleton;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Battlecards in an export, those that are overdue too. */
@Singleton
class BattlecardSection extends Section<BattlecardSection.Row> {

    private final BattlecardRepository repository;
    private final Battlecards cards;
    private final Rivals rivals;
    private final Portfolio portfolio;
    private final PastDays pastDays;

    BattlecardSection(
            BattlecardRepository repository, Battlecards cards, Rivals rivals, Portfolio portfolio, PastDays pastDays) {
        super("battlecard", 310, Row.class);
        this.repository = repository;
        this.cards = cards;
        this.rivals = rivals;
        this.portfolio = portfolio;
        this.pastDays = pastDays;
    }

    record Row(
            @NotNull UUID id,
            @NotNull Instant createdAt,
            @NotNull LocalDate reviewedOn,
            @NotNull @Valid BattlecardRequest content) {

        static Row of(Battlecard card) {
            return new Row(card.id, card.createdAt, card.reviewedOn, BattlecardRequest.of(card));
        }
    }

    @Override
    protected List<Row> rows(@Nullable Row last, int count) {
        return repository.after(last == null ? new UUID(0, 0) : last.id(), count).stream()
                .map(Row::of)
                .toList();
    }

    @Override
    protected @Nullable Row find(Row row) {
        return repository.findByIdOptional(row.id()).map(Row::of).orElse(null);
    }

    @Override
    protected void put(Row row, @Nullable Row standing) {
        var content = row.content();
        if (standing != null) {
            requireSame(standing.createdAt(), row.createdAt(), "/createdAt");
            requireSame(standing.content().competitorId(), content.competitorId(), "/content/competitorId");
            requireSame(standing.content().productId(), content.productId(), "/content/productId");
        } else {
            requirePlace(content);
        }
        var card = standing == null ? new Battlecard() : repository.findById(row.id());
        Battlecards.write(card, content.card());
        card.reviewBy = content.reviewBy();
        card.reviewedOn = pastDays.begun(row.reviewedOn(), "/reviewedOn");
        if (standing == null) {
            card.competitorId = content.competitorId();
            card.productId = content.productId();
            card.createdAt = row.createdAt();
            adopt(repository.getEntityManager(), "battlecard", card, row.id());
            card = repository.findById(row.id());
        }
        cards.announced(card);
    }

    private void requirePlace(BattlecardRequest content) {
        if (!rivals.has(content.competitorId())) {
            throw Rejected.unprocessable("competitor-unknown", "/content/competitorId", content.competitorId());
        }
        if (!portfolio.has(content.productId())) {
            throw Rejected.unprocessable("product-unknown", "/content/productId", content.productId());
        }
        // Asked before the database refuses it, which would take the rows around this one along.
        if (repository.count("competitorId = ?1 and productId = ?2", content.competitorId(), content.productId()) > 0) {
            throw Rejected.conflict("battlecard-exists", content.competitorId(), content.productId());
        }
    }
}
