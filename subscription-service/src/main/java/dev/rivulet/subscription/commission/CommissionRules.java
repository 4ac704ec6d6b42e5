package dev.rivulet.subscription.commission;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.rest.Etag;
import dev.rivulet.subscription.commission.domain.Rule;
import dev.rivulet.subscription.partner.PartnerScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps the rules of commission; what was earned by one stays as it was. */
@ApplicationScoped
@Transactional
class CommissionRules {

    private final CommissionRuleRepository rules;
    private final PartnerScope scope;
    private final TenantClock clock;

    CommissionRules(CommissionRuleRepository rules, PartnerScope scope, TenantClock clock) {
        this.rules = rules;
        this.scope = scope;
        this.clock = clock;
    }

    CommissionRuleView add(CommissionRuleRequest request) {
        if (request.partnerId() != null && request.partnerTier() != null) {
            throw Rejected.invalid("partner-or-tier", "/partnerTier");
        }
        if (request.validUntil() != null && !request.validUntil().isAfter(request.validFrom())) {
            throw Rejected.invalid("validity-empty", "/validUntil");
        }
        var rule = new CommissionRule();
        rule.name = request.name();
        rule.percent = request.percent();
        rule.recurrence = request.recurrence();
        rule.partnerId = request.partnerId();
        rule.partnerTier = request.partnerTier();
        rule.productId = request.productId();
        rule.validFrom = request.validFrom();
        rule.validUntil = request.validUntil();
        rule.createdAt = clock.now();
        rule.createdBy = scope.caller();
        if (!rules.addIfAlone(rule)) {
            throw Rejected.conflict("commission-rule-overlaps");
        }
        return CommissionRuleView.of(rule);
    }

    /** Ends a rule earlier than planned; days gone by stay as they were. */
    CommissionRuleView end(UUID id, @Nullable String ifMatch, LocalDate validUntil) {
        var rule = rules.get(id);
        Etag.require(ifMatch, rule.version);
        var today = clock.today(ZoneOffset.UTC);
        var earliest = today.isAfter(rule.validFrom) ? today : rule.validFrom;
        if (validUntil.isBefore(earliest) || (rule.validUntil != null && validUntil.isAfter(rule.validUntil))) {
            throw Rejected.unprocessable(
                    "valid-until-range",
                    "/validUntil",
                    earliest,
                    rule.validUntil == null ? LocalDate.of(2999, 12, 31) : rule.validUntil);
        }
        rule.validUntil = validUntil;
        rules.flush();
        return CommissionRuleView.of(rule);
    }

    List<Rule> holdingOn(LocalDate day) {
        return rules.holdingOn(day).stream().map(CommissionRule::rule).toList();
    }
}
