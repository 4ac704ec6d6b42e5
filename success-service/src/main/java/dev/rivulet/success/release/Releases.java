package dev.rivulet.success.release;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.success.access.Portfolio;
import dev.rivulet.success.customer.Customers;
import dev.rivulet.success.customer.ProductHolders;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What came out, and whom it concerns. */
@ApplicationScoped
@Transactional
public class Releases {

    /** The database's, which Java's own differs from. */
    private static final Comparator<UUID> ID_ORDER = Comparator.comparing(UUID::toString);

    private final ReleaseTable releases;
    private final ReleaseAskers askers;
    private final Acknowledgements acknowledgements;
    private final ProductHolders holders;
    private final Customers customers;
    private final Portfolio portfolio;
    private final TenantClock clock;
    private final SecurityIdentity identity;

    Releases(
            ReleaseTable releases,
            ReleaseAskers askers,
            Acknowledgements acknowledgements,
            ProductHolders holders,
            Customers customers,
            Portfolio portfolio,
            TenantClock clock,
            SecurityIdentity identity) {
        this.releases = releases;
        this.askers = askers;
        this.acknowledgements = acknowledgements;
        this.holders = holders;
        this.customers = customers;
        this.portfolio = portfolio;
        this.clock = clock;
        this.identity = identity;
    }

    ReleaseView get(UUID id) {
        return shown(List.of(releases.existing(id))).getFirst();
    }

    List<ReleaseView> page(
            @Nullable UUID product, @Nullable Team missing, ReleaseTable.@Nullable Place place, int limit) {
        return shown(releases.page(product, missing, place, limit));
    }

    /** Announced from the first time on and before the second, in that order. */
    public List<ReleaseView> between(Instant from, Instant until) {
        return shown(releases.between(from, until));
    }

    private List<ReleaseView> shown(List<Release> found) {
        var known = acknowledgements.of(found.stream().map(Release::id).toList());
        return found.stream()
                .map(release -> ReleaseView.of(release, known.getOrDefault(release.id(), List.of())))
                .toList();
    }

    /**
     * Whom it concerns, as far as the caller may see them: the holders of the product on the day, and who asked.
     *
     * @param asked only who asked
     */
    List<AffectedAccountView> affected(UUID id, boolean asked, UUID after, int limit) {
        var release = releases.existing(id);
        var only = portfolio.accounts().orElse(null);
        var accounts = new TreeSet<>(ID_ORDER);
        accounts.addAll(askers.page(id, only, after, limit));
        if (!asked) {
            accounts.addAll(holders.at(release.announcedAt(), release.product(), only, after, limit));
        }
        return affected(release, accounts.stream().limit(limit).toList());
    }

    private List<AffectedAccountView> affected(Release release, List<UUID> accounts) {
        Set<UUID> subscribed = accounts.isEmpty()
                ? Set.of()
                : new HashSet<>(holders.at(
                        release.announcedAt(), release.product(), accounts, new UUID(0, 0), accounts.size()));
        var told = askers.of(release.id(), accounts);
        var names = customers.names(accounts);
        var mrr = customers.mrr(accounts);
        return accounts.stream()
                .map(account -> {
                    var asker = told.get(account);
                    return new AffectedAccountView(
                            account,
                            names.get(account),
                            subscribed.contains(account),
                            asker != null,
                            mrr.get(account),
                            asker == null ? null : asker.toldBy(),
                            asker == null ? null : asker.toldAt());
                })
                .toList();
    }

    /** Notes that a customer that asked knows now; who told it first stays who told it. */
    AffectedAccountView tell(UUID id, UUID account) {
        var release = releases.existing(id);
        portfolio.require(account);
        if (!askers.of(id, List.of(account)).containsKey(account)) {
            throw Rejected.unprocessable("account-not-asking", "/accountId");
        }
        askers.tell(id, account, identity.getPrincipal().getName(), clock.now());
        return affected(release, List.of(account)).getFirst();
    }
}
