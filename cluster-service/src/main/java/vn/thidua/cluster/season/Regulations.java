package vn.thidua.cluster.season;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thidua.kit.mandate.Basis;
import vn.thidua.kit.security.Caller;

/** What other features ask about the regulation of a season. */
@Component
public class Regulations {
    /** A version as other features need it. */
    public record Version(
            int number, String title, @Nullable String text, boolean draft) {}

    private final SeasonStore store;
    private final SeasonService service;
    private final SeasonNews news;

    Regulations(SeasonStore store, SeasonService service, SeasonNews news) {
        this.store = store;
        this.service = service;
        this.news = news;
    }

    /** The newest version. The season is held until the transaction ends, so that nobody writes another meanwhile. */
    public Optional<Version> newest(UUID seasonId) {
        return Optional.ofNullable(service.lock(seasonId).regulation()).map(Regulations::version);
    }

    /**
     * Adopts the newest version, a draft: the same words are the next version, and that one is adopted.
     *
     * @return its number
     */
    public int adopt(Caller caller, Basis basis, UUID seasonId, LocalDate on) {
        var before = service.lock(seasonId);
        var draft = before.regulation();
        if (draft == null || draft.status() != Regulation.Status.DRAFT) {
            throw new IllegalStateException("no draft to adopt");
        }
        var adopted = draft.adopted(on);
        var after = before.with(adopted);
        store.insert(before, adopted);
        store.update(after);
        news.tell(caller, basis, after, before, "season.regulation-adopted", null);
        return adopted.number();
    }

    private static Version version(Regulation regulation) {
        return new Version(
                regulation.number(),
                regulation.title(),
                regulation.text(),
                regulation.status() == Regulation.Status.DRAFT);
    }
}
