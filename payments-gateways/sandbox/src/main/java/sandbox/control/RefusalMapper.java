package sandbox.control;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

/** Answers a refusal in the words of the control API. */
public class RefusalMapper implements ExceptionMapper<ControlRefused> {
    @Override
    public Response toResponse(ControlRefused refused) {
        return Response.status(refused.status())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(ControlJson.error(refused).toString())
                .build();
    }
}
