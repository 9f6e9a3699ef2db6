package vn.thidua.award.decision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.thidua.award.document.DocumentIssuer;
import vn.thidua.award.document.DocumentIssuer.Facts;
import vn.thidua.award.honour.Honour;
import vn.thidua.award.honour.Register;
import vn.thidua.award.nomination.Nominated;
import vn.thidua.award.season.KnownSeason;
import vn.thidua.award.season.Provenance;
import vn.thidua.award.season.Seasons;
import vn.thidua.kit.mandate.Basis;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;

/** Makes of an issued decision a document and an honour for each unit it honours. */
@Component
class Issuing {
    private final DocumentIssuer documents;
    private final Register register;
    private final Seasons seasons;

    Issuing(DocumentIssuer documents, Register register, Seasons seasons) {
        this.documents = documents;
        this.register = register;
        this.seasons = seasons;
    }

    /** The documents' ids, in the order of the nominations. */
    List<UUID> issue(Caller caller, Basis basis, Decision decision, List<Nominated> nominated) {
        var signature = Objects.requireNonNull(decision.signature());
        var number = Objects.requireNonNull(decision.number());
        var issuedOn = Objects.requireNonNull(decision.issuedOn());
        // Names are those of the decision's own day: a unit renamed since was honoured under its old name.
        var names = seasons.unitNames(
                Stream.concat(nominated.stream().map(Nominated::unitId), Stream.of(decision.authorityUnitId()))
                        .toList(),
                signature.on());
        var known = new HashMap<UUID, KnownSeason>();
        var ids = new ArrayList<UUID>();
        for (var one : nominated) {
            var season = known.computeIfAbsent(one.seasonId(), this::season);
            var recipient = name(names, one.unitId());
            var document = documents.issue(
                    caller,
                    basis,
                    new Facts(
                            decision.id(),
                            one.id(),
                            one.unitId(),
                            recipient,
                            one.awardName(),
                            one.citation() == null ? Citations.of(season, one.leads()) : one.citation(),
                            one.decidedBy(),
                            Citations.place(name(names, decision.authorityUnitId())),
                            signature.name(),
                            signature.office(),
                            number,
                            signature.on(),
                            issuedOn,
                            season.invented()));
            register.enterIssued(
                    caller,
                    basis,
                    new Honour(
                            document,
                            decision.authorityUnitId(),
                            one.awardName(),
                            one.awardId(),
                            one.unitId(),
                            recipient,
                            one.decidedBy(),
                            one.seasonId(),
                            signature.on(),
                            number,
                            signature.on(),
                            document,
                            season.invented() ? Provenance.INVENTED : Provenance.LIVE,
                            null));
            ids.add(document);
        }
        return ids;
    }

    private KnownSeason season(UUID id) {
        return seasons.find(id)
                .orElseThrow(() -> Problem.because(ProblemType.CONFLICT, "season-not-known")
                        .asException());
    }

    private static String name(Map<UUID, String> names, UUID unitId) {
        var name = names.get(unitId);
        if (name == null) {
            throw Problem.because(ProblemType.CONFLICT, "unit-not-known").asException();
        }
        return name;
    }
}
