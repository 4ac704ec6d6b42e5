package dev.rivulet.catalog;

import java.util.UUID;

/** Requests as they should be; a test changes the one thing it is about. */
public final class Bodies {

    private Bodies() {}

    public static String product() {
        return """
                {"name": "Soft skills trainer", "kind": "SAAS", "description": "Ten minutes a day"}""";
    }

    public static String segment() {
        return """
                {"name": "HR heads who lose trained people", "function": "HR_HEAD", "companySize": "M",
                 "problem": "We train people for months and see no change", "industries": ["retail"]}""";
    }

    public static String proposition(String product, String segment) {
        return """
                {"productId": "%s", "segmentId": "%s",
                 "oneLiner": "The fastest soft-skills training of employees",
                 "pains": ["Trainings cost a lot and nothing changes"],
                 "solution": "Ten minutes a day on the phone",
                 "arguments": [{"against": "TRADITIONAL_WAY", "text": "A two-day training is forgotten in a month"},
                               {"against": "COMPETITOR", "text": "They do not measure"}],
                 "proof": ["A retailer: from 48 to 71 in ten weeks"],
                 "benefit": {"metric": "soft-skills-score", "unit": "points",
                             "baseline": "52", "target": "70", "withinDays": 90}}""".formatted(product, segment);
    }

    public static String competitor() {
        return """
                {"name": "VideoLearn %s", "kind": "COMPETITOR", "website": "https://videolearn.example"}""".formatted(UUID.randomUUID());
    }

    public static String battlecard(String competitor, String product) {
        return """
                {"competitorId": "%s", "productId": "%s", "reviewBy": "2199-12-31",
                 "card": {"strengths": ["A large library"], "weaknesses": ["Counts minutes watched"],
                          "howToWin": ["Show the assessment before and after"],
                          "questions": ["How do you know it was learned?"]}}""".formatted(competitor, product);
    }

    public static String caseStudy(String product, String segment) {
        return """
                {"productId": "%s", "segmentId": "%s", "title": "From 48 to 71 points in ten weeks",
                 "customer": "Northwind Logistics", "problem": "Team leads avoided the difficult talk",
                 "story": "38 team leads practised ten minutes a day", "result": "48 to 71 points"}""".formatted(product, segment);
    }

    public static String lintRule(String code) {
        return """
                {"code": "%s", "rule": {"severity": "WARNING", "place": "ANYWHERE", "fields": ["SOLUTION"],
                 "phrases": ["on the phone"], "advice": "Say where it happens"}}""".formatted(code);
    }

    public static String plan(String product, String amount) {
        return """
                {"productId": "%s", "name": "Team", "price": {"amount": "%s", "currency": "EUR"},
                 "period": "MONTH", "trialDays": 14}""".formatted(product, amount);
    }

    public static String interview() {
        return """
                {"interviewee": "Anna Berger, Northwind", "function": "HR_HEAD",
                 "pain": "We train people for months and see no change", "heldOn": "2026-02-03"}""";
    }

    public static String preSale() {
        return """
                {"customer": "Northwind", "amount": {"amount": "900.00", "currency": "EUR"}, "form": "LETTER",
                 "agreedOn": "2026-02-17"}""";
    }

    public static String waiver(String gate) {
        return """
                {"gate": "%s", "reason": "The founder sold it for ten years elsewhere"}""".formatted(gate);
    }

    public static String feature(String key) {
        return """
                {"key": "%s", "name": "Weekly report to the manager"}""".formatted(key);
    }

    public static String release(String product) {
        return """
                {"productId": "%s", "title": "Weekly report", "notes": "Managers see **who practised**."}""".formatted(product);
    }

    public static String playbook(String product) {
        return """
                {"productId": "%s", "title": "Selling to HR heads",
                 "steps": [{"goal": "Hear the pain", "script": "Ask what changed after the last training",
                            "exitCriterion": "The client has named a figure",
                            "asset": "https://assets.example.com/interview.pdf"},
                           {"goal": "Show the change", "script": "Measure two people on the spot",
                            "exitCriterion": "A pilot is agreed"}],
                 "objections": [{"objection": "We already have a trainer", "answer": "Keep them"}]}""".formatted(product);
    }

    public static String partner() {
        return """
                {"name": "Alpenland IT", "role": "RESELLER", "tier": "gold", "manager": "mila.horn@acme.example",
                 "territory": {"countries": ["DE", "AT"], "regions": ["CH-ZH"]}}""";
    }
}
