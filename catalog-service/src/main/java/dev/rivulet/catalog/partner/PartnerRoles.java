package dev.rivulet.catalog.partner;

import dev.rivulet.kit.problem.Rejected;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hibernate.exception.ConstraintViolationException;

/** The roles that partners can have: four of every tenant, and the tenant's own. */
@ApplicationScoped
@Transactional
class PartnerRoles {

    /** Roles are shown all at once. */
    static final int MOST = 100;

    private final PartnerRoleRepository roles;

    PartnerRoles(PartnerRoleRepository roles) {
        this.roles = roles;
    }

    List<PartnerRoleView> list() {
        var all = new ArrayList<PartnerRoleView>();
        Arrays.stream(BuiltInRole.values()).map(PartnerRoleView::of).forEach(all::add);
        roles.inOrder().stream().map(PartnerRoleView::of).forEach(all::add);
        return all;
    }

    Optional<PartnerRoleView> find(String key) {
        return Arrays.stream(BuiltInRole.values())
                .filter(role -> role.name().equals(key))
                .map(PartnerRoleView::of)
                .findFirst()
                .or(() -> roles.named(key).map(PartnerRoleView::of));
    }

    PartnerRoleView add(PartnerRoleRequest request) {
        if (find(request.key()).isPresent()) {
            throw Rejected.conflict("key-taken", request.key());
        }
        if (roles.count() >= MOST) {
            throw Rejected.conflict("partner-roles-full", MOST);
        }
        var role = new PartnerRole();
        role.key = request.key();
        role.name = request.name();
        role.sells = request.sells();
        try {
            roles.persistAndFlush(role);
        } catch (ConstraintViolationException taken) {
            throw Rejected.conflict("key-taken", request.key());
        }
        return PartnerRoleView.of(role);
    }
}
