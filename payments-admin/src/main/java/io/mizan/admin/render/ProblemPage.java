package io.mizan.admin.render;

import static java.lang.System.Logger.Level.ERROR;

import io.mizan.failure.ErrorCode;
import io.mizan.failure.MizanException;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.UUID;

/** What went wrong, in a sentence for a person; the rest is in the log, under the number that the page shows. */
public class ProblemPage implements ExceptionMapper<Exception> {
    private static final System.Logger LOG = System.getLogger("mizan.admin");

    @Inject
    ProblemAnswers answers;

    @Override
    public Response toResponse(Exception failure) {
        if (failure instanceof WebApplicationException refused) {
            int status = refused.getResponse().getStatus();
            return status < 400 ? refused.getResponse() : page(status);
        }
        if (failure instanceof MizanException refused && refused.code() == ErrorCode.NOT_FOUND) {
            return page(Response.Status.NOT_FOUND.getStatusCode());
        }
        var number = UUID.randomUUID().toString().substring(0, 8);
        LOG.log(ERROR, "event=portal.fault fault=" + number, failure);
        return answers.answer(Response.Status.INTERNAL_SERVER_ERROR.getStatusCode(), "fault", number);
    }

    private Response page(int status) {
        return answers.answer(status, answers.knows(status) ? String.valueOf(status) : "other");
    }
}
