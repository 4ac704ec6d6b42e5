package dev.rivulet.success.trigger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.rest.Etag;
import dev.rivulet.kit.rest.MergePatch;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.success.clock.ClockedTenants;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;

/** The rules of a tenant: those it came with, and its own. */
@ApplicationScoped
@Transactional
class Rules {

    private final TriggerRuleRepository rules;
    private final RuleRevisionRepository revisions;
    private final MergePatch mergePatch;
    private final SecurityIdentity user;
    private final ClockedTenants clocked;
    private final TenantClock clock;
    private final Tenants tenants;
    private final Sql sql;
    private final ObjectMapper json;

    Rules(
            TriggerRuleRepository rules,
            RuleRevisionRepository revisions,
            MergePatch mergePatch,
            SecurityIdentity user,
            ClockedTenants clocked,
            TenantClock clock,
            Tenants tenants,
            Sql sql,
            ObjectMapper json) {
        this.rules = rules;
        this.revisions = revisions;
        this.mergePatch = mergePatch;
        this.user = user;
        this.clocked = clocked;
        this.clock = clock;
        this.tenants = tenants;
        this.sql = sql;
        this.json = json;
    }

    List<TriggerRule> enabled() {
        ensureBuiltIns();
        return rules.list("enabled = true order by id");
    }

    List<TriggerRule> page(UUID after, int limit) {
        ensureBuiltIns();
        return rules.page(after, limit);
    }

    TriggerRule get(UUID id) {
        ensureBuiltIns();
        return rules.get(id);
    }

    List<RuleRevision> revisions(UUID id, UUID after, int limit) {
        get(id);
        return revisions.of(id, after, limit);
    }

    TriggerRule make(RuleRequest request) {
        check(request.condition());
        var rule = new TriggerRule();
        rule.name = request.name().strip();
        rule.enabled = request.enabled() == null || request.enabled();
        rule.revision = 1;
        rule.definition = request.definition();
        rule.createdAt = clock.now();
        rules.persistAndFlush(rule);
        keepRevision(rule);
        return rule;
    }

    /** A new revision, when what it says has changed. */
    TriggerRule change(UUID id, @Nullable String ifMatch, JsonNode patch) {
        ensureBuiltIns();
        var rule = rules.findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (rule == null) {
            throw Rejected.notFound("trigger rule", id);
        }
        Etag.require(ifMatch, rule.version);
        var changed = mergePatch.apply(RuleRequest.of(rule), patch);
        check(changed.condition());
        rule.name = changed.name().strip();
        rule.enabled = changed.enabled() == null || changed.enabled();
        if (!changed.definition().equals(rule.definition)) {
            rule.definition = changed.definition();
            rule.revision++;
            keepRevision(rule);
        }
        rules.flush();
        return rule;
    }

    private void keepRevision(TriggerRule rule) {
        var revision = new RuleRevision();
        revision.ruleId = rule.id;
        revision.revision = rule.revision;
        revision.definition = rule.definition;
        revision.decidedAt = clock.now();
        revision.decidedBy = user.getPrincipal().getName();
        revisions.persist(revision);
    }

    private static void check(Condition condition) {
        var direction = condition.kind().direction;
        var at = condition.at();
        if (direction == null) {
            if (at != null || condition.rearmAt() != null || condition.worsening() != null) {
                throw Rejected.invalid("condition-no-value", "/condition", condition.kind());
            }
        } else if (at == null || at.signum() < 0 || at.compareTo(BigDecimal.valueOf(condition.kind().most)) > 0) {
            throw Rejected.invalid("condition-bound", "/condition/at", condition.kind().most);
        } else if (condition.rearmAt() != null && !direction.isBeyond(condition.rearmAt(), at)) {
            throw Rejected.invalid("condition-rearm", "/condition/rearmAt");
        } else if (condition.worsening() != null && condition.worsening().signum() <= 0) {
            throw Rejected.invalid("condition-worsening", "/condition/worsening");
        }
        if (condition.component() != null && condition.kind() != ConditionKind.SCORE_BELOW) {
            throw Rejected.invalid("condition-component", "/condition/component");
        }
    }

    /** Those the product has come with since a tenant was last seen are added, too. */
    private void ensureBuiltIns() {
        if (rules.count("builtIn = true") >= BuiltIn.ALL.size()) {
            return;
        }
        clocked.remember();
        for (var rule : BuiltIn.ALL) {
            var definition = json(rule.definition());
            var now = Timestamp.from(clock.now());
            sql.update(
                    "WITH made AS (INSERT INTO trigger_rule (tenant_id, id, version, name, enabled, built_in, revision,"
                            + " definition, created_at) VALUES (?, ?, 0, ?, ?, true, 1, ?::jsonb, ?)"
                            + " ON CONFLICT DO NOTHING RETURNING id)"
                            + " INSERT INTO trigger_rule_revision (tenant_id, id, rule_id, revision, definition, decided_at)"
                            + " SELECT ?, ?::uuid, id, 1, ?::jsonb, ? FROM made",
                    tenants.current(),
                    rule.id(),
                    rule.name(),
                    rule.enabled(),
                    definition,
                    now,
                    tenants.current(),
                    UuidVersion7Strategy.INSTANCE.generateUuid(null),
                    definition,
                    now);
        }
    }

    private String json(RuleDefinition definition) {
        try {
            return json.writeValueAsString(definition);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
