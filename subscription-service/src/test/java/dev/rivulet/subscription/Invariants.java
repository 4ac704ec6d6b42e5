package dev.rivulet.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rivulet.kit.testing.Sql;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The invariants of the drills that concern this service, looked at for one shop. */
public final class Invariants {

    private static final List<String> OURS = List.of(
            "01-charged-once",
            "02-billed-periods-are-whole",
            "03-nothing-due-is-unbilled",
            "04-invoice-numbers-are-gapless",
            "05-invoice-total-is-its-lines",
            "06-payments-make-the-status",
            "07-mrr-is-the-sum-of-its-movements",
            "20-receivable-is-what-is-due",
            "21-balances-are-their-movements",
            "22-payments-go-somewhere",
            "23-cash-is-what-came",
            "24-unallocated-waits-for-its-payer",
            "38-imports-charge-nothing-twice");

    private final Shop shop;

    public Invariants(Shop shop) {
        this.shop = shop;
    }

    public void shouldHold() {
        for (var name : OURS) {
            var sames = new ArrayList<List<String>>();
            for (var query : queries(name)) {
                var rows = rows(query.substring(query.indexOf('\n') + 1));
                if (query.startsWith("none")) {
                    assertThat(rows).as(name + " of " + shop.tenant).isEmpty();
                } else {
                    sames.add(rows);
                }
            }
            sames.forEach(rows -> assertThat(rows)
                    .as(name + " of " + shop.tenant)
                    .containsExactlyInAnyOrderElementsOf(sames.getFirst()));
        }
    }

    /** Each begins with how it is meant. */
    private static List<String> queries(String name) {
        var file = Path.of("../deploy/drills/invariants/" + name + ".sql");
        try {
            return List.of(Files.readString(file).split("(?m)^-- (?=(?:none|same) on )")).stream()
                    .skip(1)
                    .map(query -> query.lines()
                            .filter(line -> !line.startsWith("-- "))
                            .reduce((one, other) -> one + "\n" + other)
                            .orElseThrow())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> rows(String query) {
        return Sql.column("SELECT q::text FROM (" + query + ") q WHERE q::text LIKE '(" + shop.tenant + ",%'");
    }
}
