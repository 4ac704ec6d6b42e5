package dev.rivulet.catalog.proposition;

import dev.rivulet.catalog.linter.FindingView;
import dev.rivulet.catalog.linter.Language;
import dev.rivulet.catalog.linter.Linting;
import dev.rivulet.catalog.linter.domain.Finding;
import dev.rivulet.catalog.linter.domain.Pitch;
import dev.rivulet.catalog.linter.domain.Severity;
import dev.rivulet.catalog.proposition.Argument.Rival;
import dev.rivulet.catalog.segment.Segmentation;
import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.rest.Etag;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes propositions through review. Approved is only what has a pain, a solution, a benefit (no draft is without
 * them), an argument against the traditional way and one against a competitor, and nothing the linter calls an error.
 */
@ApplicationScoped
@Transactional
class Approving {

    private final PropositionRepository propositions;
    private final Segmentation segmentation;
    private final Linting linting;
    private final Arenas arenas;
    private final TenantClock clock;
    private final PropositionNews news;

    Approving(
            PropositionRepository propositions,
            Segmentation segmentation,
            Linting linting,
            Arenas arenas,
            TenantClock clock,
            PropositionNews news) {
        this.propositions = propositions;
        this.segmentation = segmentation;
        this.linting = linting;
        this.arenas = arenas;
        this.clock = clock;
        this.news = news;
    }

    FindingsView findings(UUID id, @Nullable String acceptLanguage) {
        var proposition = get(id);
        var found = lint(proposition);
        var missing = missing(proposition).stream()
                .map(rival -> new FindingsView.Gap(
                        rival == Rival.TRADITIONAL_WAY ? "argument-traditional-missing" : "argument-competitor-missing",
                        "/arguments"))
                .toList();
        var errors = found.stream().anyMatch(Approving::isError);
        return new FindingsView(
                missing.isEmpty() && !errors, missing, FindingView.of(found, Language.of(acceptLanguage, Language.EN)));
    }

    Proposition submit(UUID id, @Nullable String ifMatch) {
        var proposition = moved(id, ifMatch, PropositionStatus.REVIEW);
        proposition.returnReason = null;
        return news.announced(proposition);
    }

    Proposition sendBack(UUID id, @Nullable String ifMatch, ReturnRequest request) {
        var proposition = moved(id, ifMatch, PropositionStatus.DRAFT);
        proposition.returnReason = request.reason();
        return news.announced(proposition);
    }

    /** Puts a version in force; the one before it goes out of force in the same moment. */
    Proposition approve(UUID id, @Nullable String ifMatch) {
        var proposition = get(id);
        Etag.require(ifMatch, proposition.version);
        refuseMove(proposition, PropositionStatus.APPROVED);
        refuseGaps(proposition);
        var arena = arenas.lockedOf(proposition);
        var role = propositions
                .approvedOf(proposition.lineId)
                .map(this::supersede)
                .orElseGet(() -> propositions.champion(arena).isPresent() ? Role.CHALLENGER : Role.CHAMPION);
        proposition.status = PropositionStatus.APPROVED;
        proposition.role = role;
        proposition.approvedAt = clock.now();
        return news.announced(proposition);
    }

    private Role supersede(Proposition previous) {
        var role = Objects.requireNonNull(previous.role);
        previous.status = PropositionStatus.SUPERSEDED;
        previous.role = null;
        news.announced(previous);
        return role;
    }

    private Proposition get(UUID id) {
        return propositions.findByIdOptional(id).orElseThrow(() -> Rejected.notFound("value proposition", id));
    }

    private Proposition moved(UUID id, @Nullable String ifMatch, PropositionStatus next) {
        var proposition = get(id);
        Etag.require(ifMatch, proposition.version);
        refuseMove(proposition, next);
        proposition.status = next;
        return proposition;
    }

    private static void refuseMove(Proposition proposition, PropositionStatus next) {
        if (!proposition.status.mayBecome(next)) {
            throw Rejected.conflict("proposition-transition", proposition.status.name(), next.name());
        }
    }

    private static List<Rival> missing(Proposition proposition) {
        var missing = new ArrayList<>(List.of(Rival.values()));
        proposition.arguments.forEach(argument -> missing.remove(argument.against()));
        return missing;
    }

    private void refuseGaps(Proposition proposition) {
        for (var rival : missing(proposition)) {
            throw switch (rival) {
                case TRADITIONAL_WAY -> Rejected.unprocessable("argument-traditional-missing", "/arguments");
                case COMPETITOR -> Rejected.unprocessable("argument-competitor-missing", "/arguments");
            };
        }
        lint(proposition).stream().filter(Approving::isError).findFirst().ifPresent(error -> {
            throw Rejected.unprocessable(
                    "lint-error", error.pointer(), error.excerpt(), error.rule().code());
        });
    }

    private static boolean isError(Finding finding) {
        return finding.rule().severity() == Severity.ERROR;
    }

    private List<Finding> lint(Proposition proposition) {
        var function = segmentation
                .target(proposition.segmentId)
                .map(target -> target.function())
                .orElse("");
        return linting.lint(new Pitch(
                function,
                Objects.requireNonNullElse(proposition.audience, ""),
                proposition.oneLiner,
                proposition.pains,
                proposition.needs,
                proposition.solution,
                proposition.arguments.stream().map(Argument::text).toList(),
                proposition.proof,
                proposition.caseStudyIds.size()));
    }
}
