import css from './shell.module.css';

export const Brand = () => (
  <span className={css.brand}>
    <img src="/icon.svg" width={26} height={26} alt="" />
    Simpul Aduan
  </span>
);
