package dev.rivulet.local.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Company names of the countries in which the demo tenant sells. */
final class CompanyNames {

    /** Where a company is: what its account says, and how companies there are called. */
    enum Country {
        GERMANY("Europe/Berlin", "EUR"),
        FRANCE("Europe/Paris", "EUR"),
        PORTUGAL("Europe/Lisbon", "EUR"),
        UNITED_STATES("America/New_York", "USD"),
        RUSSIA("Europe/Moscow", "RUB"),
        URALS("Asia/Yekaterinburg", "RUB"),
        FAR_EAST("Asia/Vladivostok", "RUB");

        final String zone;
        final String currency;

        Country(String zone, String currency) {
            this.zone = zone;
            this.currency = currency;
        }
    }

    private static final List<String> WESTERN = List.of(
            "Nordwind",
            "Alpenblick",
            "Lindner",
            "Rheintal",
            "Sommer",
            "Valmont",
            "Beaulieu",
            "Ravel",
            "Azulejo",
            "Serrano",
            "Brightwater",
            "Oakridge",
            "Fairmont",
            "Redwood",
            "Hudson",
            "Westlake",
            "Kestrel",
            "Marlow",
            "Castellan",
            "Harbour");
    private static final List<String> WESTERN_TRADES = List.of(
            "Logistics",
            "Precision",
            "Foods",
            "Textiles",
            "Clinics",
            "Packaging",
            "Robotics",
            "Energy",
            "Retail",
            "Components");
    private static final List<String> RUSSIAN =
            List.of("Урал", "Север", "Волга", "Байкал", "Восток", "Сибирь", "Кама", "Амур", "Заря", "Маяк");
    private static final List<String> RUSSIAN_TRADES =
            List.of("проммаш", "логистика", "пласт", "энерго", "мебель", "текстиль", "строй", "продукт", "медсервис");

    private CompanyNames() {}

    /** Different names, in an order of chance. */
    static List<String> of(Country country, int count, Random random) {
        var names = new ArrayList<String>();
        boolean russian = country.currency.equals("RUB");
        for (String stem : russian ? RUSSIAN : WESTERN) {
            for (String trade : russian ? RUSSIAN_TRADES : WESTERN_TRADES) {
                names.add(name(country, stem, trade));
            }
        }
        Collections.shuffle(names, random);
        return names.subList(0, count);
    }

    private static String name(Country country, String stem, String trade) {
        return switch (country) {
            case GERMANY -> stem + " " + trade + " GmbH";
            case FRANCE -> stem + " " + trade + " SAS";
            case PORTUGAL -> stem + " " + trade + ", Lda.";
            case UNITED_STATES -> stem + " " + trade + ", Inc.";
            case RUSSIA -> "ООО «" + stem + trade + "»";
            case URALS -> "АО «" + stem + trade + "»";
            case FAR_EAST -> "ООО «ДВ " + stem + trade + "»";
        };
    }
}
