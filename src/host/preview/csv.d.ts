declare module "*.csv" {
  const text: string;
  // eslint-disable-next-line no-restricted-exports -- what the bundler gives
  export default text;
}
