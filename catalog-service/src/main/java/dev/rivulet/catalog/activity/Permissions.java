package dev.rivulet.catalog.activity;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.rivulet.catalog.activity.domain.CodeTree;
import dev.rivulet.catalog.activity.domain.SaleChannel;
import dev.rivulet.catalog.activity.domain.SalePermission;
import dev.rivulet.catalog.activity.domain.SaleQuestion;
import dev.rivulet.catalog.activity.domain.ServiceLine;
import dev.rivulet.catalog.product.Portfolio;
import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.problem.Rejected;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Answers whether a seller may sell a product by a channel. */
@ApplicationScoped
@Transactional
class Permissions {

    private final Sellers sellers;
    private final Editions editions;
    private final AssignmentRepository assignments;
    private final SaleRules rules;
    private final Portfolio portfolio;
    private final TenantClock clock;

    Permissions(
            Sellers sellers,
            Editions editions,
            AssignmentRepository assignments,
            SaleRules rules,
            Portfolio portfolio,
            TenantClock clock) {
        this.sellers = sellers;
        this.editions = editions;
        this.assignments = assignments;
        this.rules = rules;
        this.portfolio = portfolio;
        this.clock = clock;
    }

    PermissionView answer(UUID sellerId, UUID productId, SaleChannel channel, @Nullable LocalDate on) {
        var seller = sellers.get(sellerId);
        if (!portfolio.has(productId)) {
            throw Rejected.notFound("product", productId);
        }
        var edition = editions.get(seller.editionId);
        var assignment = assignments.of(sellerId, productId).orElse(null);
        var code = assignment == null ? null : assignment.codeBy(channel);
        var lines = assignment == null ? Set.<ServiceLine>of() : Set.copyOf(assignment.serviceLines);
        var day = on == null ? clock.today(ZoneOffset.UTC) : on;
        var permission = SalePermission.of(new SaleQuestion(
                edition.scheme,
                seller.codes(),
                seller.licences.stream().map(Licence::asAsked).toList(),
                code,
                licensed(seller.editionId, code, lines),
                assignment == null ? null : assignment.goods,
                lines,
                channel,
                day,
                rules.holdingOn(day)));
        var names = names(seller.editionId, code, permission);
        return new PermissionView(
                permission.verdict(),
                sellerId,
                productId,
                channel,
                day,
                edition.scheme,
                edition.edition,
                edition.validFrom,
                code,
                code == null ? null : names.get(code),
                permission.reasons().stream()
                        .map(reason -> reason(reason, names))
                        .toList());
    }

    /** A licence asked for a code is asked for everything under it. */
    private Set<String> licensed(UUID edition, @Nullable String code, Set<ServiceLine> lines) {
        var asked = Stream.concat(Stream.ofNullable(code), lines.stream().map(ServiceLine::okved2))
                .collect(toSet());
        var ways = asked.stream()
                .flatMap(each -> Stream.concat(Stream.of(each), CodeTree.above(each).stream()))
                .collect(toSet());
        var flagged = editions.codes(edition, ways).stream()
                .filter(CodeView::licensed)
                .map(CodeView::code)
                .toList();
        return asked.stream().filter(each -> CodeTree.anyCovers(flagged, each)).collect(toSet());
    }

    private Map<String, String> names(UUID edition, @Nullable String code, SalePermission permission) {
        var wanted = new ArrayList<String>();
        if (code != null) {
            wanted.add(code);
        }
        permission.reasons().stream()
                .map(SalePermission.Reason::code)
                .filter(Objects::nonNull)
                .forEach(wanted::add);
        return editions.codes(edition, wanted).stream().collect(toMap(CodeView::code, CodeView::name));
    }

    private static PermissionView.Reason reason(SalePermission.Reason reason, Map<String, String> names) {
        var code = reason.code();
        var rule = reason.rule();
        return new PermissionView.Reason(
                reason.verdict(),
                reason.cause(),
                code,
                code == null ? null : names.get(code),
                reason.line(),
                rule == null ? null : rule.id(),
                rule == null ? null : rule.from(),
                rule == null ? null : rule.to(),
                rule == null ? null : rule.basis());
    }
}
