package dev.rivulet.catalog.partner;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import dev.rivulet.catalog.partner.CertificationRepository.Known;
import dev.rivulet.catalog.partner.ReferenceRepository.Word;
import dev.rivulet.catalog.partner.domain.Trust;
import dev.rivulet.catalog.playbook.Playbooks;
import dev.rivulet.kit.clock.TenantClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Shows, beside partners, what they have earned. */
@ApplicationScoped
@Transactional
class StandingBoard {

    private final CertificationRepository certifications;
    private final ReferenceRepository references;
    private final PartnerRoles roles;
    private final Playbooks playbooks;
    private final TenantClock clock;

    StandingBoard(
            CertificationRepository certifications,
            ReferenceRepository references,
            PartnerRoles roles,
            Playbooks playbooks,
            TenantClock clock) {
        this.certifications = certifications;
        this.references = references;
        this.roles = roles;
        this.playbooks = playbooks;
        this.clock = clock;
    }

    Standing of(Partner partner) {
        return of(List.of(partner)).apply(partner);
    }

    /** For a page of partners with a fixed number of queries. */
    Function<Partner, Standing> of(Collection<Partner> partners) {
        var ids = partners.stream().map(partner -> partner.id).toList();
        var known = certifications.knownBy(ids);
        var current =
                playbooks.stillPublished(known.stream().map(Known::playbookId).collect(toSet()));
        var certified = known.stream()
                .filter(one -> current.contains(one.playbookId()))
                .collect(groupingBy(Known::partnerId, mapping(Known::personId, toSet())));
        var words = references.words(ids).stream()
                .collect(groupingBy(Word::partnerId, mapping(Word::confirmedOn, toList())));
        var selling = roles.list().stream()
                .filter(PartnerRoleView::sells)
                .map(PartnerRoleView::key)
                .collect(toSet());
        var today = clock.today(ZoneOffset.UTC);
        return partner -> new Standing(
                certified.getOrDefault(partner.id, Set.of()).size(),
                selling.contains(partner.role),
                Trust.of(words.getOrDefault(partner.id, List.of()), today));
    }
}
