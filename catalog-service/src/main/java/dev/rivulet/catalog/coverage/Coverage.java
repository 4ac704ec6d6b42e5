package dev.rivulet.catalog.coverage;

import static java.util.Comparator.comparingLong;
import static java.util.stream.Collectors.toMap;

import dev.rivulet.catalog.deal.Deals;
import dev.rivulet.catalog.product.ProductDirectory;
import dev.rivulet.catalog.product.ProductDirectory.Named;
import dev.rivulet.catalog.segment.Segmentation;
import dev.rivulet.catalog.segment.Target;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lays products against segments. Each kind of asset is asked once for all of them. */
@ApplicationScoped
@Transactional
class Coverage {

    /** Most urgent first: where deals are open, then where most is missing. */
    private static final Comparator<Cell> URGENCY = comparingLong(Cell::openDeals)
            .reversed()
            .thenComparingInt(cell -> -cell.missing().size())
            .thenComparing(Cell::productId)
            .thenComparing(Cell::segmentId);

    private static final UUID BEGINNING = new UUID(0, 0);

    private final ProductDirectory products;
    private final Segmentation segmentation;
    private final Deals deals;
    private final List<CoverageSource> sources;

    Coverage(ProductDirectory products, Segmentation segmentation, Deals deals, @All List<CoverageSource> sources) {
        this.products = products;
        this.segmentation = segmentation;
        this.deals = deals;
        this.sources = sources;
    }

    /** The rows of the products behind the last one seen. */
    List<RowView> rows(UUID after, int count, @Nullable UUID segment) {
        var matrix = matrix();
        var columns = segmentation.targets().stream()
                .filter(target -> segment == null || target.id().equals(segment))
                .toList();
        return products.after(after, count).stream()
                .map(product -> new RowView(
                        product.id(),
                        product.name(),
                        columns.stream()
                                .map(target -> matrix.cell(product, target))
                                .toList()))
                .toList();
    }

    /** Where something is missing, most urgent first. */
    List<Cell> gaps(int limit, @Nullable Asset asset) {
        var matrix = matrix();
        var columns = segmentation.targets();
        return allProducts()
                .flatMap(product -> columns.stream().map(target -> matrix.cell(product, target)))
                .filter(cell -> asset == null
                        ? !cell.missing().isEmpty()
                        : cell.missing().contains(asset))
                .sorted(URGENCY)
                .limit(limit)
                .toList();
    }

    private Stream<Named> allProducts() {
        return products.after(BEGINNING, Integer.MAX_VALUE).stream();
    }

    private Matrix matrix() {
        return new Matrix(
                sources.stream()
                        .collect(toMap(CoverageSource::asset, CoverageSource::covered, (a, b) -> a, TreeMap::new)),
                deals.open());
    }

    /** How things stand, read once. */
    private record Matrix(Map<Asset, BiPredicate<UUID, UUID>> covered, Map<Deals.Place, Long> open) {

        Cell cell(Named product, Target segment) {
            return new Cell(
                    product.id(),
                    product.name(),
                    segment.id(),
                    segment.name(),
                    assets(product, segment, true),
                    assets(product, segment, false),
                    Objects.requireNonNullElse(open.get(new Deals.Place(product.id(), segment.id())), 0L));
        }

        private List<Asset> assets(Named product, Target segment, boolean present) {
            return covered.entrySet().stream()
                    .filter(entry -> entry.getValue().test(product.id(), segment.id()) == present)
                    .map(Map.Entry::getKey)
                    .toList();
        }
    }
}
