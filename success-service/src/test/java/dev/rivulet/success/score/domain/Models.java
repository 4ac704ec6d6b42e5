package dev.rivulet.success.score.domain;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Models and inputs for tests, by hand or by a seeded generator. */
final class Models {

    static final Thresholds THRESHOLDS = new Thresholds(new BigDecimal("70"), new BigDecimal("50"));
    static final Scale IDENTITY = new LinearScale(BigDecimal.ZERO, new BigDecimal("100"));

    private Models() {}

    /** Each component is told as 0 to 100 already and keeps its weight. */
    static ScoreModel plain(Map<Component, Integer> weights) {
        var criteria = new EnumMap<Component, Criterion>(Component.class);
        weights.forEach((component, weight) -> criteria.put(component, new Criterion(weight, IDENTITY, null)));
        return new ScoreModel(criteria, new BigDecimal("0.5"), THRESHOLDS);
    }

    static Input fresh(String value) {
        return new Input(new BigDecimal(value), null);
    }

    static Input aged(String value, int age) {
        return new Input(new BigDecimal(value), age);
    }

    static ScoreModel any(Random random) {
        var criteria = new EnumMap<Component, Criterion>(Component.class);
        for (var component : Component.values()) {
            if (random.nextInt(3) > 0) {
                criteria.put(
                        component,
                        new Criterion(
                                1 + random.nextInt(100),
                                anyScale(random),
                                random.nextBoolean() ? null : 1 + random.nextInt(400)));
            }
        }
        criteria.putIfAbsent(Component.NPS, new Criterion(10, IDENTITY, null));
        return new ScoreModel(criteria, BigDecimal.valueOf(1 + random.nextInt(60), 2), THRESHOLDS);
    }

    private static Scale anyScale(Random random) {
        var worst = decimal(random);
        var best = decimal(random);
        if (random.nextInt(3) > 0 && worst.compareTo(best) != 0) {
            return new LinearScale(worst, best);
        }
        var first = decimal(random);
        return new BandScale(List.of(
                new BandScale.Step(first, decimal(random)),
                new BandScale.Step(first.add(BigDecimal.TEN), decimal(random)),
                new BandScale.Step(null, decimal(random))));
    }

    static Inputs anyInputs(Random random) {
        var inputs = new EnumMap<Component, Input>(Component.class);
        for (var component : Component.values()) {
            var input = anyInput(random);
            if (input != null) {
                inputs.put(component, input);
            }
        }
        return new Inputs(inputs);
    }

    static @Nullable Input anyInput(Random random) {
        return random.nextInt(4) == 0
                ? null
                : new Input(decimal(random), random.nextBoolean() ? null : random.nextInt(1_000));
    }

    /** 0 to 100, four decimals. */
    static BigDecimal decimal(Random random) {
        return BigDecimal.valueOf(random.nextLong(1_000_001), 4);
    }
}
