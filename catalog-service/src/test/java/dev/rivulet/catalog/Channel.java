package dev.rivulet.catalog;

import java.util.UUID;

/** What a sales person does to bring a partner to the point of selling. */
public record Channel(Caller sales) {

    private String created(String path, String body) {
        return sales.post(path, body).then().statusCode(201).extract().path("id");
    }

    public String playbook(String product) {
        return created("/playbooks", Bodies.playbook(product));
    }

    public String publishedPlaybook(String product) {
        return published(playbook(product));
    }

    public String published(String playbook) {
        sales.advance("/playbooks/" + playbook, "publications").then().statusCode(200);
        return playbook;
    }

    /** Publishes the version after this one. */
    public String nextVersion(String playbook) {
        return published(created("/playbooks/" + playbook + "/versions", ""));
    }

    public String prospect() {
        return created("/partners", Bodies.partner());
    }

    public String inTraining() {
        var partner = prospect();
        contract(partner);
        sales.advance("/partners/" + partner, "trainings").then().statusCode(200);
        return partner;
    }

    public void contract(String partner) {
        sales.advance("/partners/" + partner, "contracts", "{\"reference\": \"P-1\", \"signedOn\": \"2026-01-15\"}")
                .then()
                .statusCode(200);
    }

    /** With one person who knows this playbook. */
    public String active(String playbook) {
        var partner = inTraining();
        certify(partner, person(partner), playbook);
        activate(partner);
        return partner;
    }

    public void activate(String partner) {
        sales.advance("/partners/" + partner, "activations").then().statusCode(200);
    }

    public String person(String partner) {
        return created("/partners/" + partner + "/persons", "{\"name\": \"Jonas Leitner\"}");
    }

    public void certify(String partner, String person, String playbook) {
        created("/partners/" + partner + "/persons/" + person + "/certifications", certification(playbook));
    }

    public static String certification(String playbook) {
        return "{\"playbookId\": \"" + playbook + "\", \"passedOn\": \"2026-02-01\"}";
    }

    public String reference(String partner) {
        return created("/partners/" + partner + "/references", "{\"client\": \"Client " + UUID.randomUUID() + "\"}");
    }
}
