package dev.rivulet.subscription.offer;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The benefit a proposition promises. Baseline and target are decimal numbers kept as the catalog wrote them.
 *
 * @param withinDays days from the subscription's start
 */
@Embeddable
public record Benefit(
        @Column(name = "benefit_metric") @Schema(examples = "soft-skills-score")
        String metric,

        @Column(name = "benefit_unit") @Schema(examples = "points")
        String unit,

        @Column(name = "benefit_baseline") @Schema(examples = "52")
        String baseline,

        @Column(name = "benefit_target") @Schema(examples = "70")
        String target,

        @Column(name = "benefit_within_days") @Schema(examples = "90")
        int withinDays) {}
