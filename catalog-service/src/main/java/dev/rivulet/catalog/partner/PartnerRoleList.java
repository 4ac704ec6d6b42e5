package dev.rivulet.catalog.partner;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All roles at once: they are few. */
@Schema(name = "PartnerRoleList")
record PartnerRoleList(List<PartnerRoleView> items) {}
