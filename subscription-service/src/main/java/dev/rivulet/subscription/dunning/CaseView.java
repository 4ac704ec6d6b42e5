package dev.rivulet.subscription.dunning;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.kit.money.Money;
import dev.rivulet.subscription.dunning.domain.Action;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An episode of a payer's being in arrears. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "DunningCase")
public record CaseView(
        @Schema(examples = "0197a3f3-406b-7f13-8d96-ae5e4fbfae14")
        UUID id,

        @Schema(examples = "0197a3f1-0d3e-7a10-8d74-8b3b2e8d9c03")
        UUID accountId,

        @Schema(examples = "1", description = "The account's first, second …")
        int episode,

        DunningCase.Status status,
        @Schema(examples = "false") boolean suspended,
        @Schema(examples = "2026-02-01") LocalDate openedOn,
        @Nullable @Schema(examples = "2026-02-20") LocalDate closedOn,
        List<Step> steps) {

    /** A step taken. */
    @Schema(name = "DunningStep")
    public record Step(
            @Schema(examples = "REMIND-3", description = "Once in a case")
            String step,

            Action action,
            @Schema(description = "What was overdue") Money owed,
            @Schema(examples = "3") int daysOverdue,
            @Schema(examples = "2026-02-01") LocalDate takenOn) {}

    static CaseView of(DunningCase of, List<Step> steps) {
        return new CaseView(of.id, of.accountId, of.episode, of.status, of.suspended, of.openedOn, of.closedOn, steps);
    }
}
