package dev.rivulet.local.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Tells the story of the demo tenant from its first product to its first confirmed promises. */
public final class Demo {

    /** The tenant that the story is about. */
    public static final String TENANT = "demo";

    static final long SEED = 20_250_101;

    private final Api api;
    private final Consumer<String> say;
    private final Path report;

    /**
     * @param urls of the services by short name
     * @param tokens gives a bearer token of the demo tenant for a role
     * @param say takes the lines of progress
     * @param data folder for the report on what was loaded
     */
    public Demo(Map<String, String> urls, UnaryOperator<String> tokens, Consumer<String> say, Path data) {
        this.api = new Api(urls, tokens);
        this.say = say;
        this.report = data.resolve("demo.json");
    }

    /** Loads what is not there yet; a load that was interrupted goes on, one that is complete is left alone. */
    public void load() {
        long begun = System.nanoTime();
        if (SalesStage.clock(api.as("ops", "subscription")).equals(Timeline.LOADED)) {
            say.accept("The demo tenant is loaded already.");
        } else {
            say.accept("Loading the demo tenant \"" + TENANT + "\" through the public APIs (seed " + SEED + ") …");
            tell();
            say.accept("Demo loaded in " + since(begun) + ".");
        }
        say.accept(Summary.read(api));
    }

    private void tell() {
        var catalogue = Catalogue.read();
        List<Customer> customers = new Population(SEED, catalogue).customers();

        var catalogueStage = new CatalogueStage(api);
        var offers = stage(
                "Catalogue",
                () -> catalogueStage.load(catalogue),
                ids -> ids.plans().size() + " plans, " + ids.propositions().size() + " value propositions");
        stage("Plans known to subscription-service", () -> catalogueStage.awaitOffers(catalogue, offers));

        var sales = new SalesStage(api, offers, customers, this::step);
        var sold = sales.sold();
        var success = new SuccessStage(api, catalogue, customers, sold);
        stage(
                "The year",
                () -> Timeline.stops().forEach(day -> {
                    sales.live(day);
                    success.live(day);
                }));
        stage("Promises known to success-service", success::awaitPromises);
        int answers = stage("Surveys", success::survey, count -> count + " NPS answers");
        var promises = stage(
                "Promises",
                success::measurePromises,
                outcome -> outcome.measured() + " measured, " + outcome.settled() + " settled with the customer");
        stage("Evidence known to catalog-service", () -> catalogueStage.awaitEvidence(offers, promises.settled()));

        write(Api.object()
                .put("accounts", sold.accounts().size())
                .put("subscriptions", sold.subscriptions().size())
                .put("usageEvents", success.events())
                .put("usageQuantity", success.quantity())
                .put("answers", answers)
                .put("measurements", promises.measured())
                .put("settledPromises", promises.settled()));
        sales.moveClock(Timeline.LOADED);
    }

    private <T> T stage(String name, Supplier<T> work, Function<T, String> result) {
        long begun = System.nanoTime();
        T done = work.get();
        step(name + ": " + result.apply(done) + " (" + since(begun) + ")");
        return done;
    }

    private void stage(String name, Runnable work) {
        long begun = System.nanoTime();
        work.run();
        step(name + " (" + since(begun) + ")");
    }

    private void step(String text) {
        say.accept("  " + text);
    }

    /** For the drills, which compare it with what the databases hold. */
    private void write(ObjectNode loaded) {
        try {
            Files.writeString(report, loaded.toPrettyString() + "\n");
        } catch (IOException e) {
            throw new DemoException("the report " + report + " could not be written: " + e.getMessage(), e);
        }
    }

    private static String since(long begun) {
        return String.format(Locale.ROOT, "%.1f s", (System.nanoTime() - begun) / 1e9);
    }
}
