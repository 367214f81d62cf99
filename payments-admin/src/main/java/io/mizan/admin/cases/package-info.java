/** Cases: surprises that a person works on. */
package io.mizan.admin.cases;
