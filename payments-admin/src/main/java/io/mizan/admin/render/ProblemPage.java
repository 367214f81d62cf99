package io.mizan.admin.render;

import static java.lang.System.Logger.Level.ERROR;

import io.mizan.failure.ErrorCode;
import io.mizan.failure.MizanException;
import jakarta.inject.Inject;
import jakarta.mvc.Models;
import jakarta.mvc.MvcContext;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.UUID;

/** What went wrong, in a sentence for a person; the rest is in the log, under the number that the page shows. */
public class ProblemPage implements ExceptionMapper<Exception> {
    private static final System.Logger LOG = System.getLogger("mizan.admin");

    @Inject
    Models models;

    @Inject
    MvcContext mvc;

    @Override
    public Response toResponse(Exception failure) {
        if (failure instanceof WebApplicationException refused) {
            int status = refused.getResponse().getStatus();
            return status < 400 ? refused.getResponse() : page(status);
        }
        if (failure instanceof MizanException refused && refused.code() == ErrorCode.NOT_FOUND) {
            return page(Response.Status.NOT_FOUND.getStatusCode());
        }
        return fault(failure);
    }

    private Response page(int status) {
        var messages = Messages.in(mvc.getLocale());
        var known = messages.find("problem." + status + ".title").isPresent() ? String.valueOf(status) : "other";
        return answer(
                status,
                new ProblemView(
                        messages.text("problem." + known + ".title"), messages.text("problem." + known + ".sentence")));
    }

    private Response fault(Exception failure) {
        var number = UUID.randomUUID().toString().substring(0, 8);
        LOG.log(ERROR, "event=portal.fault fault=" + number, failure);
        var messages = Messages.in(mvc.getLocale());
        return answer(
                Response.Status.INTERNAL_SERVER_ERROR.getStatusCode(),
                new ProblemView(messages.text("problem.fault.title"), messages.text("problem.fault.sentence", number)));
    }

    private Response answer(int status, ProblemView view) {
        models.put("page", view);
        return Response.status(status).entity("problem.html").type("text/html").build();
    }
}
