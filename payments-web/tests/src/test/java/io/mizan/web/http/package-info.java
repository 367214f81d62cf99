/** What every answer says to browsers, and what is there for whom. */
package io.mizan.web.http;
