package vn.thidua.award.document;

import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.award.access.Ability;
import vn.thidua.award.season.Seasons;
import vn.thidua.kit.mandate.Mandates;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;

/** Records that a document was taken back; the public check says so from then on. */
@Service
public class RevocationService {
    private final DocumentStore store;
    private final Seasons seasons;
    private final Mandates mandates;
    private final DocumentTelling telling;

    RevocationService(DocumentStore store, Seasons seasons, Mandates mandates, DocumentTelling telling) {
        this.store = store;
        this.seasons = seasons;
        this.mandates = mandates;
        this.telling = telling;
    }

    @Transactional
    void revoke(Caller caller, AwardDocument document, UUID authorityUnitId, Revocation revocation) {
        var basis = mandates.require(caller, Ability.REVOKE.permission(), authorityUnitId);
        if (revocation.decidedOn().isAfter(seasons.today())) {
            throw Problem.invalid(FieldError.of("/decidedOn", "in-the-future")).asException();
        }
        if (revocation.decidedOn().isBefore(document.issuedOn())) {
            throw Problem.invalid(FieldError.of("/decidedOn", "before-the-document"))
                    .asException();
        }
        if (!store.insert(document.id(), revocation)) {
            throw Problem.because(ProblemType.CONFLICT, "revoked-already").asException();
        }
        telling.revoked(caller, basis, document, revocation.reason());
    }
}
