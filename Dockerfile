# The whole of Chancery: command line, server and page. Build: docker build -t chancery .
FROM node:20-bookworm-slim AS build
WORKDIR /chancery
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build && touch dist/.built && npm prune --omit=dev

FROM node:20-bookworm-slim
ENV NODE_ENV=production CHANCERY_STORE=embedded:/graph/chancery
WORKDIR /chancery
COPY --from=build --chown=node:node /chancery/package.json /chancery/package-lock.json ./
COPY --from=build --chown=node:node /chancery/node_modules ./node_modules
COPY --from=build --chown=node:node /chancery/dist ./dist
COPY --from=build --chown=node:node /chancery/src/cli/launch.mjs ./src/cli/launch.mjs
COPY --from=build --chown=node:node /chancery/cypher ./cypher
COPY --from=build --chown=node:node /chancery/data ./data
RUN mkdir /graph && chown node:node /graph
VOLUME /graph
USER node
EXPOSE 7700
ENTRYPOINT ["node", "dist/cli/index.js"]
CMD ["start", "--host", "0.0.0.0"]
