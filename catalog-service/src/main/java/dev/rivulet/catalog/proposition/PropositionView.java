package dev.rivulet.catalog.proposition;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A value proposition, with what customers said of the promise. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ValueProposition")
record PropositionView(
        UUID id,

        @Schema(description = "Quoted, it is the ETag to change this proposition with")
        long version,

        UUID productId,
        UUID segmentId,
        PropositionStatus status,

        @Schema(description = "What a subscription is pinned to; a draft has the one it is going to be", examples = "1")
        int propositionVersion,

        String oneLiner,
        List<String> pains,
        String solution,
        List<Argument> arguments,
        List<String> proof,
        Benefit benefit,
        EvidenceView evidence,
        Instant createdAt,
        @Nullable Instant approvedAt) {

    static PropositionView of(Proposition proposition, EvidenceView evidence) {
        return new PropositionView(
                proposition.id,
                proposition.version,
                proposition.productId,
                proposition.segmentId,
                proposition.status,
                proposition.propositionVersion,
                proposition.oneLiner,
                proposition.pains,
                proposition.solution,
                proposition.arguments,
                proposition.proof,
                proposition.benefit,
                evidence,
                proposition.createdAt,
                proposition.approvedAt);
    }
}
