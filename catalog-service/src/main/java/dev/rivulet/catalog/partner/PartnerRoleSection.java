package dev.rivulet.catalog.partner;

import dev.rivulet.catalog.bulk.Section;
import dev.rivulet.kit.problem.Rejected;
import jakarta.inject.Singleton;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The tenant's own roles in an export; they never change. */
@Singleton
class PartnerRoleSection extends Section<PartnerRoleSection.Row> {

    private final PartnerRoleRepository repository;
    private final PartnerRoles roles;

    PartnerRoleSection(PartnerRoleRepository repository, PartnerRoles roles) {
        super("partner-role", 890, Row.class);
        this.repository = repository;
        this.roles = roles;
    }

    record Row(@NotNull UUID id, @NotNull @Valid PartnerRoleRequest content) {

        static Row of(PartnerRole role) {
            return new Row(role.id, new PartnerRoleRequest(role.key, role.name, role.sells));
        }
    }

    @Override
    protected List<Row> rows(@Nullable Row last, int count) {
        return repository.after(last == null ? new UUID(0, 0) : last.id(), count).stream()
                .map(Row::of)
                .toList();
    }

    @Override
    protected @Nullable Row find(Row row) {
        return repository.findByIdOptional(row.id()).map(Row::of).orElse(null);
    }

    @Override
    protected void put(Row row, @Nullable Row standing) {
        if (standing != null) {
            requireSame(standing.content(), row.content(), "/content");
        }
        var content = row.content();
        if (roles.find(content.key()).isPresent()) {
            throw Rejected.conflict("key-taken", content.key());
        }
        if (repository.count() >= PartnerRoles.MOST) {
            throw Rejected.conflict("partner-roles-full", PartnerRoles.MOST);
        }
        var role = new PartnerRole();
        role.key = content.key();
        role.name = content.name();
        role.sells = content.sells();
        adopt(repository.getEntityManager(), "partner_role", role, row.id());
    }
}
