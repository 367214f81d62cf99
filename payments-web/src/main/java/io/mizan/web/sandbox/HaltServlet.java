package io.mizan.web.sandbox;

import io.mizan.halt.HaltPoint;
import io.mizan.web.http.BodyLimit;
import io.mizan.web.json.StrictJson;
import io.mizan.web.problem.ProblemAnswer;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * {@code POST /sandbox/halt} with a secret key: {@code {"point": "command_sent", "passes": 1}} makes this process end when
 * it passes that {@link HaltPoint}, and if it was armed for others before, when the last of them was passed. Only where
 * {@code mizan.sandbox.halt} allows it, which live mode refuses.
 */
@WebServlet(name = "SandboxHaltControl", urlPatterns = "/sandbox/halt")
public class HaltServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = Logger.getLogger(HaltServlet.class.getName());
    private static final int MOST_BYTES = 1024;
    private static final int MOST_PASSES = 1_000_000;

    @Inject
    transient SandboxSettings settings;

    private record Wish(HaltPoint point, int passes) {}

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse answer) throws IOException {
        try {
            SandboxDoor.admit(request, settings.mayHalt());
            var raw = BodyLimit.read(request.getInputStream(), request.getContentLengthLong(), MOST_BYTES);
            var wish = StrictJson.read(raw, body -> {
                body.shape(List.of("point", "passes"), List.of());
                return new Wish(body.value("point", HaltPoint::of), body.integer("passes", 1, MOST_PASSES));
            });
            HaltPoint.arm(wish.point(), wish.passes());
            LOG.log(Level.WARNING, "event=sandbox.armed point={0} passes={1}", new Object[] {
                wish.point().code(), wish.passes()
            });
            answer.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } catch (RuntimeException failure) {
            ProblemAnswer.send(request, answer, failure);
        }
    }
}
