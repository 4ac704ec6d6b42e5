package dev.rivulet.catalog.activity;

import dev.rivulet.catalog.activity.domain.CodeTree;
import dev.rivulet.catalog.activity.domain.SaleRule;
import dev.rivulet.catalog.events.SaleRuleChanged;
import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.outbox.Outbox;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.rest.Etag;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps what the law says of sales; a rule is ended, never changed, so that the past stays answerable. */
@ApplicationScoped
@Transactional
class SaleRules {

    private final SaleRuleRepository rules;
    private final TenantClock clock;
    private final Outbox outbox;

    SaleRules(SaleRuleRepository rules, TenantClock clock, Outbox outbox) {
        this.rules = rules;
        this.clock = clock;
        this.outbox = outbox;
    }

    List<SaleRuleEntry> list(UUID after, int count, @Nullable LocalDate on) {
        return rules.after(after, count, on);
    }

    SaleRuleEntry get(UUID id) {
        return rules.findByIdOptional(id).orElseThrow(() -> Rejected.notFound("sale rule", id));
    }

    List<SaleRule> holdingOn(LocalDate day) {
        return rules.holdingOn(day).stream().map(SaleRuleEntry::asRule).toList();
    }

    SaleRuleEntry add(SaleRuleRequest request) {
        var rule = new SaleRuleEntry();
        rule.createdAt = clock.now();
        word(rule, request, "");
        rules.persist(rule);
        return announced(rule);
    }

    SaleRuleEntry end(UUID id, @Nullable String ifMatch, LocalDate validTo) {
        var rule = get(id);
        Etag.require(ifMatch, rule.version);
        if (!validTo.isAfter(rule.validFrom)) {
            throw Rejected.invalid("period-empty", "/validTo");
        }
        rule.validTo = validTo;
        return announced(rule);
    }

    /** Fills a rule in; {@code within} is where the request stands in what was sent. */
    static void word(SaleRuleEntry rule, SaleRuleRequest request, String within) {
        var code = request.code();
        var validTo = request.validTo();
        if (request.goods() == null && request.channel() == null && request.serviceLine() == null) {
            throw Rejected.unprocessable("sale-rule-aimless", within);
        }
        if (request.kind() == SaleRule.Kind.BANNED && code != null) {
            throw Rejected.unprocessable("sale-rule-code", within + "/code");
        }
        if (request.kind() != SaleRule.Kind.BANNED && code == null) {
            throw Rejected.invalid("value-missing", within + "/code");
        }
        if (code != null && !CodeTree.isCode(code)) {
            throw Rejected.invalid("activity-code-format", within + "/code", code);
        }
        if (validTo != null && !validTo.isAfter(request.validFrom())) {
            throw Rejected.invalid("period-empty", within + "/validTo");
        }
        rule.kind = request.kind();
        rule.goods = request.goods();
        rule.channel = request.channel();
        rule.serviceLine = request.serviceLine();
        rule.code = code;
        rule.validFrom = request.validFrom();
        rule.validTo = validTo;
        rule.basis = request.basis();
    }

    /** Tells everyone of a rule as it stands. */
    SaleRuleEntry announced(SaleRuleEntry rule) {
        rules.flush();
        outbox.publish(
                SaleRuleChanged.TYPE,
                rule.id,
                rule.version,
                new SaleRuleChanged(
                        rule.id,
                        rule.kind.name(),
                        rule.goods,
                        rule.channel == null ? null : rule.channel.name(),
                        rule.serviceLine == null ? null : rule.serviceLine.name(),
                        rule.code,
                        rule.validFrom,
                        rule.validTo,
                        rule.basis));
        return rule;
    }
}
