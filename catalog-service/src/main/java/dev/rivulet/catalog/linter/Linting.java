package dev.rivulet.catalog.linter;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rivulet.catalog.linter.domain.Finding;
import dev.rivulet.catalog.linter.domain.LintRule;
import dev.rivulet.catalog.linter.domain.Linter;
import dev.rivulet.catalog.linter.domain.Phrase;
import dev.rivulet.catalog.linter.domain.Pitch;
import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.rest.Etag;
import dev.rivulet.kit.rest.MergePatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** Looks at propositions with the built-in rules and the tenant's own. */
@ApplicationScoped
@Transactional
public class Linting {

    private final BuiltInRules builtIn;
    private final OwnRuleRepository own;
    private final MergePatch mergePatch;
    private final TenantClock clock;

    Linting(BuiltInRules builtIn, OwnRuleRepository own, MergePatch mergePatch, TenantClock clock) {
        this.builtIn = builtIn;
        this.own = own;
        this.mergePatch = mergePatch;
        this.clock = clock;
    }

    /** What is wrong with the texts, errors first. */
    public List<Finding> lint(Pitch pitch) {
        return Linter.lint(rules(), pitch);
    }

    /** An own rule stands in for the built-in one of its code, even to switch it off. */
    private List<LintRule> rules() {
        var mine = own.listAll();
        var replaced = mine.stream().map(rule -> rule.code).collect(toSet());
        return Stream.concat(
                        builtIn.rules().stream().filter(rule -> !replaced.contains(rule.code())),
                        mine.stream().filter(rule -> rule.active).map(OwnRule::rule))
                .toList();
    }

    List<OwnRule> list(UUID after, int count) {
        return own.after(after, count);
    }

    OwnRule get(UUID id) {
        return own.findByIdOptional(id).orElseThrow(() -> Rejected.notFound("lint rule", id));
    }

    OwnRule add(OwnRuleRequest request) {
        var rule = new OwnRule();
        rule.code = request.code();
        rule.createdAt = clock.now();
        write(rule, request.rule(), "/rule");
        try {
            own.persistAndFlush(rule);
        } catch (ConstraintViolationException taken) {
            throw Rejected.conflict("key-taken", request.code());
        }
        return rule;
    }

    OwnRule change(UUID id, @Nullable String ifMatch, JsonNode patch) {
        var rule = get(id);
        Etag.require(ifMatch, rule.version);
        write(rule, mergePatch.apply(OwnRuleChange.of(rule), patch), "");
        own.flush();
        return rule;
    }

    /** Fills a rule in; {@code at} is where the change stands in what was sent. */
    static void write(OwnRule rule, OwnRuleChange change, String at) {
        refuseNoPhrases(change.functions(), at + "/functions/");
        refuseNoPhrases(change.phrases(), at + "/phrases/");
        rule.severity = change.severity();
        rule.place = change.place();
        rule.fields = change.fields();
        rule.functions = change.functions();
        rule.unlessProven = Boolean.TRUE.equals(change.unlessProven());
        rule.phrases = change.phrases();
        rule.advice = change.advice();
        rule.active = !Boolean.FALSE.equals(change.active());
    }

    private static void refuseNoPhrases(List<String> phrases, String pointer) {
        for (var i = 0; i < phrases.size(); i++) {
            try {
                Phrase.of(phrases.get(i));
            } catch (IllegalArgumentException none) {
                throw Rejected.unprocessable("phrase-invalid", pointer + i, phrases.get(i));
            }
        }
    }
}
