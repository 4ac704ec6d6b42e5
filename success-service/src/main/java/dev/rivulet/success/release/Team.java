package dev.rivulet.success.release;

import dev.rivulet.kit.rest.Roles;

/** A function of the company that has to know what came out, and the role that speaks for it. */
public enum Team {
    SUPPORT(Roles.SUCCESS),
    SALES(Roles.SALES),
    MARKETING(Roles.SALES),
    SUCCESS(Roles.SUCCESS);

    private final String role;

    Team(String role) {
        this.role = role;
    }

    String role() {
        return role;
    }
}
