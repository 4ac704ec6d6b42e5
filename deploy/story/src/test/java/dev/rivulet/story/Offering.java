package dev.rivulet.story;

import static org.awaitility.Awaitility.await;

import java.time.Duration;

/** What a company sells: a product for 249 EUR a month, and what it promises to the heads of HR. */
record Offering(String product, String segment, String proposition, String plan) {

    /** Published, approved, and known to who sells it. */
    static Offering of(Company company) {
        var stack = company.stack();
        var product =
                company.created("sales", stack.catalog("/products"), "{\"name\":\"SkillFlow\",\"kind\":\"SAAS\"}");
        company.step("sales", stack.catalog("/products/" + product), "activations");
        var segment = company.created("sales", stack.catalog("/segments"), """
                {"name":"HR heads","function":"HR_HEAD","companySize":"M",
                 "problem":"Managers go to training and nothing changes afterwards"}""");
        var proposition =
                company.created("sales", stack.catalog("/value-propositions"), """
                {"productId":"%s","segmentId":"%s","oneLiner":"The fastest soft-skills training of employees",
                 "pains":["I cannot show what the training budget changed"],
                 "solution":"Ten minutes a day for ninety days","proof":[],
                 "arguments":[{"against":"TRADITIONAL_WAY","text":"A seminar is forgotten in a month"},
                              {"against":"COMPETITOR","text":"Video libraries count minutes, not skills"}],
                 "benefit":{"metric":"soft-skills-score","unit":"points","baseline":"52","target":"70",
                            "withinDays":90}}""".formatted(product, segment));
        company.step("sales", stack.catalog("/value-propositions/" + proposition), "reviews");
        company.step("sales", stack.catalog("/value-propositions/" + proposition), "approvals");
        var plan = company.created("sales", stack.catalog("/plans"), """
                {"productId":"%s","name":"Team","period":"MONTH","price":{"amount":"249.00","currency":"EUR"}}""".formatted(product));
        company.step("sales", stack.catalog("/plans/" + plan), "publications");
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            var offer = company.as("sales").get(stack.subscription("/offers/" + plan));
            return offer.statusCode() == 200
                    && !offer.jsonPath().getList("propositions").isEmpty();
        });
        return new Offering(product, segment, proposition, plan);
    }
}
