/**
 * What every answer of this server has, whoever makes it: an id of the request and the headers that keep browsers safe;
 * and from which address a request really came.
 */
package io.mizan.web.http;
